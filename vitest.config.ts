import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': path.resolve(import.meta.dirname) } }
const exclude = ['**/node_modules/**', '**/.next/**']
/** A busy machine is no failure. */
const testTimeout = 60_000
const setupFiles = ['scripts/test-environment.ts']

export default defineConfig({
  test: {
    // One more than there are cores: files of tests wait for Postgres, for clocks and for other processes, too.
    maxWorkers: availableParallelism() + 1,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', ...exclude],
          setupFiles,
          testTimeout,
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude,
          setupFiles,
          globalSetup: ['scripts/test-postgres.ts'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
