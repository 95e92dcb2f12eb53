import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { checkDatabase, sentence } from './launch/postgres/check-database'
import { removeLocalPostgres } from './launch/postgres/local-postgres'
import { endGroup, isStillRunning } from './launch/processes'
import { takeRunFile } from './launch/run-file'
import { readSettings, type Settings } from './launch/settings'
import { StartFailure, wordsOf } from './launch/start-failure'

await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

/** Empties the clinic's database; the next start fills it anew. Refuses while the clinic runs. `--yes` asks nothing. */
async function main(): Promise<void> {
  const settings = readSettings()
  const runFile = takeRunFile(settings.folder)
  try {
    for (const child of runFile.leftOver) if (child.birth && isStillRunning(child)) await endGroup(child.pid)
    await confirm(`This deletes everything in ${nameOf(settings)}.`)
    if (settings.DATABASE_URL) await emptyDatabase(settings.DATABASE_URL)
    else await removeLocalPostgres(path.join(settings.folder, 'postgres'))
    console.log('The database is empty. The next start fills it anew.')
  } finally {
    runFile.release()
  }
}

async function confirm(consequence: string): Promise<void> {
  if (!process.stdin.isTTY || process.argv.includes('--yes')) return
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const closed = once(terminal, 'close').then(() => '')
  const asked = terminal.question(`${consequence} Go on? (y/N) `).catch(() => '')
  const answer = await Promise.race([asked, closed])
  terminal.close()
  if (!/^(y|yes|o|oui)$/i.test(answer.trim())) throw new StartFailure('Nothing was deleted.')
}

/** Returns the database in words, without its password. */
function nameOf({ DATABASE_URL, folder }: Settings): string {
  if (!DATABASE_URL) return `the built-in database (${path.join(folder, 'postgres')})`
  const { pathname, hostname, port } = new URL(DATABASE_URL)
  return `the database "${decodeURIComponent(pathname.slice(1))}" on ${hostname || 'localhost'}:${port || 5432}`
}

async function emptyDatabase(url: string): Promise<void> {
  await checkDatabase(url)
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  try {
    await client.query(`
      begin;
      drop schema if exists engine cascade;
      drop schema if exists public cascade;
      create schema public;
      create schema engine;
      commit;`)
  } catch (error) {
    throw new StartFailure(sentence(error, url))
  } finally {
    await client.end()
  }
}
