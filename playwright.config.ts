import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './e2e/browser'
import { clinicOf, clinicUnderTest, workers } from './e2e/under-test'
import { settingNames } from './lib/env'

const { folder, address } = clinicUnderTest

// A test run knows only what it was told: `.env` is a clinic's own, and its database is not one to begin anew.
for (const name of settingNames) if (name !== 'NODE_ENV') process.env[name] ??= ''

/**
 * The browser tests run against what a newcomer starts: the whole clinic, in a folder of its own, made fresh each time; one
 * for each worker, since an admin's switch makes services fail for everybody. Traces and motion cost more than the tests:
 * `--trace on` records, and a test that is about motion asks for it.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: `${folder}-results`,
  workers,
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
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: await launchOptions(),
  },
  // Started one after the other, so the app is built once.
  webServer: Array.from({ length: workers }, (_, index) => {
    const clinic = clinicOf(index)
    return {
      command: 'node_modules/.bin/tsx scripts/db-reset.ts --yes && exec node_modules/.bin/tsx scripts/up.ts',
      url: `${clinic.address}/api/health/live`,
      env: {
        CARNET_DIR: clinic.folder,
        PORT: String(clinic.port),
        SAGA_BACKOFF_MS: '1000,2000,5000',
        CIRCUIT_OPEN_MS: '1000',
        UNDO_MS: '4000',
      },
      reuseExistingServer: false,
      timeout: 240_000,
      stdout: 'pipe' as const,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
    }
  }),
})
