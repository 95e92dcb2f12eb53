import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from './local-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** A real Postgres for the database tests, in a folder of its own; each test file makes its own database on it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startLocalPostgres(path.resolve('.carnet/test'), 'carnet')
  project.provide('postgresUrl', postgres.url('postgres'))
  return postgres.stop
}
