import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port'
import { isAlive } from './processes'
import { type Account, canBeReached, postgresAccount, postgresBinaries } from './postgres-binaries'

export type LocalPostgres = {
  pid: number
  /** The address of a database on this server. */
  url: (database: string) => string
  /** Ends it: clients are cut off, what was committed stays. */
  stop: () => Promise<void>
}

const startTimeoutMs = 60_000

/**
 * Starts a real Postgres from npm's binaries with its data in `directory`, or joins the one that is already running
 * there. A first start that was killed half-way is begun anew. Listens on 127.0.0.1 only, with a random password.
 */
export async function startLocalPostgres(directory: string, database: string): Promise<LocalPostgres> {
  const account = postgresAccount()
  const home = reachableHome(directory, account)
  const binaries = postgresBinaries(account, homeInTemporary(directory))
  mkdirSync(home, { recursive: true, mode: 0o711 })
  if (account) chmodSync(home, 0o711)

  initialise(home, binaries, account)
  const running = readPostmaster(home)
  const server = running && isOurs(running.pid, home) ? running : await launch(home, binaries, account)
  const password = readFileSync(path.join(home, 'password'), 'utf8').trim()
  const url = (name: string) => `postgresql://carnet:${password}@127.0.0.1:${server.port}/${name}`
  await createDatabase(url('postgres'), database)
  return { pid: server.pid, url, stop: () => stop(server.pid) }
}

/** Postgres under another account needs folders it may pass; a private checkout keeps its data elsewhere. */
function reachableHome(directory: string, account: Account): string {
  const home = path.resolve(directory)
  return !account || canBeReached(path.dirname(home)) ? home : homeInTemporary(directory)
}

function homeInTemporary(directory: string): string {
  const name = createHash('sha256').update(path.resolve(directory)).digest('hex').slice(0, 12)
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  return path.join(base, `carnet-${process.getuid?.() ?? 0}-${name}`)
}

function initialise(home: string, binaries: string, account: Account): void {
  const data = path.join(home, 'data')
  const unfinished = path.join(home, 'initialising')
  if (existsSync(path.join(data, 'PG_VERSION')) && !existsSync(unfinished)) return
  rmSync(data, { recursive: true, force: true })
  writeFileSync(unfinished, '')
  mkdirSync(data, { mode: 0o700 })
  const secret = path.join(home, 'password')
  writeFileSync(secret, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  if (account) for (const file of [data, secret]) chownSync(file, account.uid, account.gid)
  const auth = ['-U', 'carnet', `--pwfile=${secret}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const options = { ...account, env: cleanEnvironment, cwd: '/', encoding: 'utf8' } as const
  const made = spawnSync(path.join(binaries, 'bin', 'initdb'), ['-D', data, ...auth, ...locale], options)
  if (made.status !== 0) throw new Error(`Postgres could not be set up: ${made.error ?? made.stderr}`)
  rmSync(unfinished)
}

const cleanEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const

async function launch(home: string, binaries: string, account: Account): Promise<{ pid: number; port: number }> {
  rmSync(path.join(home, 'data', 'postmaster.pid'), { force: true })
  const logFile = path.join(home, 'postgres.log')
  const out = openSync(logFile, 'a')
  const listen = ['-p', String(await freePort()), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const child = spawn(path.join(binaries, 'bin', 'postgres'), ['-D', path.join(home, 'data'), ...listen], {
    ...account,
    env: cleanEnvironment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  child.unref()
  let ended: unknown
  child.once('exit', (code) => (ended = code ?? 'signal'))
  child.once('error', (error) => (ended = error))
  for (const begin = Date.now(); Date.now() - begin < startTimeoutMs; await sleep(10)) {
    const server = readPostmaster(home)
    if (server?.isReady && server.pid === child.pid) return server
    if (ended !== undefined) break
  }
  const lastLines = readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n')
  throw new Error(`Postgres did not start (${ended ?? 'no answer in 60 s'}):\n${lastLines}`)
}

function readPostmaster(home: string): { pid: number; port: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Whether the process is the Postgres of this folder: after a reboot its number may belong to somebody else. */
function isOurs(pid: number, home: string): boolean {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join(home, 'data'))
  } catch {
    return process.platform !== 'linux'
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function stop(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await sleep(10)
}
