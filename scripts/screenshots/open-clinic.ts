import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { migrate } from '@/scripts/launch/postgres/migrate'
import { clockEnv } from '@/tests/run/clock-env'
import { filledAt, fullAt, fullFilledAt, picturedAt } from './instant'

const folder = path.resolve('.carnet/screenshots')
const port = '3447'
/** A fresh one would be random, and with it what is sealed. */
const secret = 'pictures-are-taken-of-a-clinic-that-has-no-secrets'

/** The demo's, with a day on which nothing is free; and one in which a whole week is so. */
const clinics = {
  demo: { database: 'filled', script: 'fill-clinic.ts', filledAt, at: picturedAt },
  full: { database: 'filled_full', script: 'fill-full.ts', filledAt: fullFilledAt, at: fullAt },
} as const

export type PictureClinic = { address: string; at: string; close: () => Promise<void> }

/**
 * Opens the clinic that pictures are taken of, as `npm start` does, at an instant that does not pass. It is filled once and
 * copied for each run, so two runs show the same ids and the same durations; with `anew` it is filled again. Throws on a
 * clinic of another name.
 */
export async function openClinic({ anew, clinic: name }: { anew: boolean; clinic: string }): Promise<PictureClinic> {
  if (!Object.hasOwn(clinics, name)) throw new Error(`which clinic? ${Object.keys(clinics).join(' or ')}`)
  const clinic = clinics[name as keyof typeof clinics]
  const { database, at } = clinic
  const postgres = await startLocalPostgres(path.join(folder, 'postgres'), 'carnet')
  const sql = (statement: string) => run(postgres.url('postgres'), statement)
  try {
    if (anew) await sql(`drop database if exists ${database} with (force)`)
    const found = await sql(`select from pg_database where datname = '${database}'`)
    if (found.rowCount === 0) await fill(clinic, postgres.url, sql)
    await sql('drop database if exists pictures with (force)')
    await sql(`create database pictures template ${database}`)
    const { address, stop } = await start(postgres.url('pictures'), at)
    return { address, at, close: () => stop().finally(postgres.stop) }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Fills a database, which gets its name only when it is complete. */
async function fill(
  { database, script, filledAt }: (typeof clinics)[keyof typeof clinics],
  url: (database: string) => string,
  sql: (statement: string) => Promise<unknown>,
): Promise<void> {
  console.log('Filling the clinic once')
  await sql('drop database if exists filling with (force)')
  await sql('create database filling')
  await migrate(url('filling'))
  const env = { ...process.env, ...settings(url('filling')), ...clockEnv(filledAt, 'ticks') }
  const filled = spawnSync(process.execPath, ['--import', 'tsx', `scripts/screenshots/${script}`], {
    env,
    stdio: 'inherit',
  })
  if (filled.status !== 0) throw new Error('the clinic could not be filled')
  await sql(`alter database filling rename to ${database}`)
}

async function start(databaseUrl: string, at: string): Promise<{ address: string; stop: () => Promise<void> }> {
  rmSync(path.join(folder, 'app.log'), { force: true })
  const env = { ...process.env, ...settings(databaseUrl), ...clockEnv(at, 'stands') }
  const up = spawn(process.execPath, ['--import', 'tsx', 'scripts/up.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => up.once('exit', () => resolve()))
  const stop = () => {
    up.kill('SIGINT')
    return ended
  }
  return { address: await opened(up), stop }
}

function settings(databaseUrl: string): Record<string, string> {
  const places = { CARNET_DIR: folder, PORT: port, CARNET_URL: `http://localhost:${port}`, DATABASE_URL: databaseUrl }
  return { ...places, CARNET_SECRET: secret, CARNET_DEMO: 'on', LOG_LEVEL: 'warn' }
}

/** Waits for the line in which `npm start` says where the clinic is. Throws with all it said when there is none. */
function opened(up: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    up.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (/is in use/.test(said)) reject(new Error(`port ${port} is in use: pictures are of no other clinic`))
      const [, address] = /Carnet is open:\s+(\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    up.once('exit', () => reject(new Error(`the clinic did not open:\n${said}`)))
  })
}

async function run(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
