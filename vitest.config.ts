import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': path.resolve(import.meta.dirname) } }
const exclude = ['**/node_modules/**', '**/.next/**']
const setupFiles = ['scripts/test-environment.ts']

export default defineConfig({
  test: {
    // One more than there are cores: files of tests wait for Postgres, for clocks and for other processes, too.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: ['**/*.db.test.ts', ...exclude], setupFiles },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude,
          setupFiles,
          globalSetup: ['scripts/test-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
