import { rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { removeLocalPostgres, startLocalPostgres } from './local-postgres'
import { createTemplate } from './test-database'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** What a test loses when the power fails is nothing: files need not be on the disk before the next one begins. */
const hasty = { fsync: 'off', full_page_writes: 'off' }

/** A real Postgres for the database tests, in a folder of its own; each test file makes its own database on it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Of its own for each run: a second run beside this one would join it, and end it for both.
  const folder = path.resolve(`.carnet/test/${process.pid}`)
  const postgres = await startLocalPostgres(folder, 'carnet', { settings: hasty })
  await createTemplate(postgres.url('postgres'))
  project.provide('postgresUrl', postgres.url('postgres'))
  return async () => {
    await removeLocalPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
