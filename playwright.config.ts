import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './e2e/browser'
import { clinicUnderTest } from './e2e/under-test'
import { settingNames } from './lib/env'

const { folder, port, address } = clinicUnderTest

// A test run knows only what it was told: `.env` is a clinic's own, and its database is not one to begin anew.
for (const name of settingNames) if (name !== 'NODE_ENV') process.env[name] ??= ''

/**
 * The browser tests run against what a newcomer starts: the whole clinic, in a folder of its own, made fresh each time.
 * One after another, since an admin's switch makes services fail for everybody.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: `${folder}-results`,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: await launchOptions(),
  },
  webServer: {
    command: 'node_modules/.bin/tsx scripts/db-reset.ts --yes && exec node_modules/.bin/tsx scripts/up.ts',
    url: `${address}/api/health/live`,
    env: { CARNET_DIR: folder, PORT: String(port), SAGA_BACKOFF_MS: '1000,2000,5000', UNDO_MS: '4000' },
    reuseExistingServer: false,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
