import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': path.resolve(import.meta.dirname) } }
const exclude = ['**/node_modules/**', '**/.next/**']
/** A busy machine is no failure: what takes 20 seconds alone takes a minute beside four others. */
const testTimeout = 180_000
const setupFiles = ['tests/fixtures/test-environment.ts']

/**
 * Rooms whose tests leave something behind that lives as long as the process: a tracer, a publisher, circuits. Each file
 * of theirs has a thread of its own; the others share what they import, which takes longer than most of them.
 */
const lasting = ['docs', 'inngest', 'lib/adapters', 'lib/measures', 'lib/outbox', 'lib/telemetry'].map(
  (room) => `${room}/**/*.db.test.ts`,
)

/** A project of tests on a Postgres of their own. */
function database(name: string, files: { include: string[]; exclude: string[]; isolate?: boolean }) {
  const globalSetup = ['tests/fixtures/test-postgres.ts']
  return { resolve, test: { name, ...files, setupFiles, globalSetup, testTimeout, hookTimeout: testTimeout } }
}

export default defineConfig({
  test: {
    // A thread begins in half the time of a process, and no test needs one of its own.
    pool: 'threads',
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
      database('db', { include: ['**/*.db.test.ts'], exclude: [...lasting, ...exclude], isolate: false }),
      database('db-lasting', { include: lasting, exclude }),
    ],
  },
})
