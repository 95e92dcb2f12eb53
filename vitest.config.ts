import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': path.resolve(import.meta.dirname) } }
const exclude = ['**/node_modules/**', '**/.next/**']
/** A busy machine is no failure: what takes 20 seconds alone takes a minute beside four others. */
const testTimeout = 180_000
const setupFiles = ['tests/fixtures/test-environment.ts']
/** What every project has; it takes nothing from the whole. */
const common = { setupFiles, testTimeout, expect: { poll: { timeout: 60_000 } } }

/**
 * Rooms whose tests leave something behind that lives as long as the process: a tracer, a publisher, circuits. Each file
 * of theirs has a process of its own; the others share what they import, which takes longer than most of them.
 */
const lasting = ['docs', 'inngest', 'lib/adapters', 'lib/measures', 'lib/outbox', 'lib/telemetry'].map(
  (room) => `${room}/**/*.db.test.ts`,
)

/** A project of tests on a Postgres of their own. */
function database(name: string, files: { include: string[]; exclude: string[]; isolate?: boolean }) {
  const globalSetup = ['tests/fixtures/test-postgres.ts']
  return { resolve, test: { ...common, name, ...files, globalSetup, hookTimeout: testTimeout } }
}

export default defineConfig({
  test: {
    // One more than there are cores: files of tests wait for Postgres, for clocks and for other processes, too.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve,
        test: {
          ...common,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', ...exclude],
        },
      },
      database('db', { include: ['**/*.db.test.ts'], exclude: [...lasting, ...exclude], isolate: false }),
      database('db-lasting', { include: lasting, exclude }),
    ],
  },
})
