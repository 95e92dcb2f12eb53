import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './e2e/browser'
import { clinicUnderTest, workers } from './e2e/under-test'
import { settingNames } from './lib/settings/env'

const { folder, address } = clinicUnderTest

// A test run knows only what it was told: `.env` is a clinic's own, and its database is not one to begin anew.
for (const name of settingNames) if (name !== 'NODE_ENV') process.env[name] ??= ''

/**
 * The browser tests run against what a newcomer starts: the whole clinic, in a folder of its own, made fresh each
 * time; one for each worker, since an admin's switch makes services fail for everybody. Traces and motion cost more
 * than the tests: `--trace on` records, and a test that is about motion asks for it.
 */
export default defineConfig({
  testDir: './e2e',
  globalSetup: './tests/run/open-clinics.ts',
  outputDir: `${folder}-results`,
  workers,
  retries: 0,
  // A busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 45_000 },
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
})
