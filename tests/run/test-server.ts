import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { findLocalPostgres, removeLocalPostgres, startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { isAlive } from '@/scripts/launch/processes'

export type TestServer = {
  /** The address of a database on it. */
  url: (database: string) => string
  /** What the environment of its users says, so that they find it. */
  env: Record<string, string>
  close: () => Promise<void>
}

/** What a test loses when the power fails is nothing: files need not be on the disk before the next one begins. */
const hasty = { fsync: 'off', full_page_writes: 'off', max_connections: '300' }

/** The folder of the server that `npm test` starts once, for all that it runs. */
const folderVariable = 'CARNET_TEST_POSTGRES'

/** Memory in place of a disk, where Linux offers some: a test's hundred databases are thousands of files that soon go. */
const memory = '/dev/shm'
const roomy = 4 * 1024 ** 3

/**
 * Returns the Postgres of the whole run when there is one, and otherwise starts one for this part of it. Each part makes
 * databases of its own there. What kills its Postgres (the crash matrix, the clinic that a browser test kills) has another.
 */
export async function openTestServer(): Promise<TestServer> {
  const folder = process.env[folderVariable]
  return folder
    ? { url: findTestServer(), env: { [folderVariable]: folder }, close: async () => {} }
    : startTestServer()
}

/** Starts a Postgres that nobody else uses, in a folder that is removed with it at the end. */
export async function startTestServer(): Promise<TestServer> {
  const base = isRoomy() ? memory : path.resolve('.carnet/test')
  await removeAbandoned(base)
  const folder = path.join(base, `carnet-test-${process.pid}`)
  const { url } = await startLocalPostgres(folder, 'carnet', { settings: hasty })
  return { url, env: { [folderVariable]: folder }, close: () => remove(folder) }
}

/** Returns the addresses on the server of the run. */
export function findTestServer(): (database: string) => string {
  return findLocalPostgres(testServerFolder())
}

/** Returns where the server of the run keeps everything. */
export function testServerFolder(): string {
  return process.env[folderVariable] ?? ''
}

function isRoomy(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > roomy
}

/** Ends and removes the servers of runs that were killed. */
async function removeAbandoned(base: string): Promise<void> {
  const names = existsSync(base) ? readdirSync(base) : []
  for (const name of names) {
    const pid = /^carnet-test-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await remove(path.join(base, name))
  }
}

async function remove(folder: string): Promise<void> {
  await removeLocalPostgres(folder)
  rmSync(folder, { recursive: true, force: true })
}
