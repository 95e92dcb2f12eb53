import pg from 'pg'
import { connectionTo, lostSettings } from '@/lib/db/connection'
import { StartFailure } from '@/scripts/launch/start-failure'

const answerTimeoutMs = 5_000
const oldestVersion = 14

/**
 * Finds out whether the server of DATABASE_URL can carry a clinic. Throws StartFailure with one sentence that says what
 * is wrong and what to do.
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ ...connectionTo(url), connectionTimeoutMillis: answerTimeoutMs })
  client.on('error', () => {})
  try {
    await client.connect()
    const version = await client.query<{ server_version_num: string }>('show server_version_num')
    const old = tooOld(Number(version.rows[0]?.server_version_num))
    if (old) throw new StartFailure(old)
    const lost = await client.query<{ name: string; setting: string }>(lostSettings)
    if (lost.rows.length > 0) throw new StartFailure(otherSettings(lost.rows))
    await tryRights(client)
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(sentence(error, url))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Returns the sentence for a server that is too old, by its `server_version_num` (140005 is 14.5). */
export function tooOld(version: number): string | undefined {
  const major = Math.floor(version / 10_000)
  if (major >= oldestVersion) return undefined
  const cure = 'Upgrade it, or set DATABASE_URL to another.'
  return `DATABASE_URL names a Postgres ${major} server, and Carnet needs ${oldestVersion} or newer. ${cure}`
}

/** Returns the sentence for a server whose sessions are not as they were asked to be. */
export function otherSettings(lost: readonly { name: string; setting: string }[]): string {
  const named = lost.map(({ name, setting }) => `${name} = ${setting}`).join(', ')
  const cure = 'Connect past the pooler, let it hand on "options", or have these set back.'
  return `DATABASE_URL: sessions begin with other settings than Carnet relies on and asks for (${named}). ${cure}`
}

/** Does what the migrations and the engine will do, and takes it back. */
async function tryRights(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query(`select 'a' collate "und-x-icu"`)
  await client.query('create extension if not exists btree_gist')
  await client.query('create table public.carnet_was_here ()')
  await client.query('create schema carnet_was_here')
  await client.query('rollback')
}

/**
 * Returns what a failed connection or statement means for the person who set the variable. Never shows the password.
 */
export function sentence(error: unknown, url: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  const server = `DATABASE_URL: the server at ${hostname || 'localhost'}:${port || 5432}`
  const [user, database] = [decodeURIComponent(username), decodeURIComponent(pathname.slice(1))]
  const { code = '', message } = error as { code?: string; message: string }
  if (code === '28P01' || message.startsWith('SASL')) {
    return `${server} refuses the password of "${user}". Correct the user name or the password.`
  }
  if (/SSL|certificate/i.test(message)) {
    return `${server} and we do not agree on encryption (${message}). Correct sslmode in DATABASE_URL.`
  }
  switch (code) {
    case '28000':
      return `${server} does not let "${user}" in (${message}). Create that role, or allow it in pg_hba.conf.`
    case '3D000':
      return `${server} has no database "${database}". Create it (createdb "${database}"), or correct the name.`
    case '58P01':
    case '0A000':
      return `${server} lacks the extension btree_gist. Install its contrib package (postgresql-contrib).`
    case '42704':
      return `${server} orders no names by language (${message}). Use a Postgres that is built with ICU, in a UTF8 database.`
    case '42501':
      return `${server} does not let "${user}" set up "${database}" (${message}). Make that role its owner.`
    case '25006':
      return `${server} only reads (a standby?). Set DATABASE_URL to the one that writes.`
  }
  if (/^[0-9A-Z]{5}$/.test(code)) return `${server} answers "${message}".`
  const cure = 'Start it, correct the address, or unset DATABASE_URL to use the built-in one.'
  return `${server} does not answer as a Postgres. ${cure}`
}
