import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { minuteMs } from '@/lib/domain/time'
import { freePort } from '@/scripts/launch/free-port'
import { commandOf, isAlive, processesIn } from '@/scripts/launch/processes'
import { StartFailure } from '@/scripts/launch/start-failure'
import { initialisePostgres, lastLines, runProgram } from './initialise-postgres'
import { type Account, postgresAccount, postgresBinaries } from './postgres-binaries'
import { findPostgresHome, makeTemporaryFolder, postgresHome, removePostgresHome } from './postgres-home'

export type LocalPostgres = {
  pid: number
  /** The file that it writes its log to. */
  log: string
  /** The address of a database on this server. */
  url: (database: string) => string
  /** Ends it: clients are cut off, what was committed stays. */
  stop: () => Promise<void>
}

type Address = { pid: number; port: number }

const startTimeoutMs = minuteMs
const stopTimeoutMs = 20_000

type LaunchSettings = {
  port?: number | undefined
  /** Postgres' own settings, beside those it has anyway. */
  settings?: Record<string, string>
}

/**
 * Starts a real Postgres from npm's binaries with its data in `directory`, or joins the one that is already running
 * there. A first start that was killed half-way is begun anew. Listens on 127.0.0.1 only, with a random password, on a
 * port of its own choice unless one is given.
 */
export async function startLocalPostgres(
  directory: string,
  database: string,
  { port, settings = {} }: LaunchSettings = {},
): Promise<LocalPostgres> {
  const account = postgresAccount()
  const home = postgresHome(path.resolve(directory), account)
  const binaries = postgresBinaries(account, () => makeTemporaryFolder(path.resolve(directory)))
  await initialisePostgres(home, binaries, account)
  const log = path.join(home, 'postgres.log')
  const server = (await join(home)) ?? (await launch(home, log, binaries, account, { port, settings }))
  const url = addressOf(home, server.port)
  await createDatabase(url('postgres'), database)
  return { pid: server.pid, log, url, stop: () => stop(server.pid) }
}

/** Returns the addresses on the server that runs on the data in `directory`. Throws StartFailure when none does. */
export function findLocalPostgres(directory: string): (database: string) => string {
  const home = findPostgresHome(path.resolve(directory))
  const running = home && readPostmaster(home)
  if (!running || !isOurs(running.pid, home))
    throw new StartFailure('The clinic does not run here. Start it, or set DATABASE_URL.')
  return addressOf(home, running.port)
}

function addressOf(home: string, port: number): (database: string) => string {
  const password = readFileSync(path.join(home, 'password'), 'utf8').trim()
  return (database) => `postgresql://carnet:${password}@127.0.0.1:${port}/${database}`
}

/** Ends the server of `directory` if it runs, and removes all its data. */
export async function removeLocalPostgres(directory: string): Promise<void> {
  const home = findPostgresHome(path.resolve(directory))
  const running = home && readPostmaster(home)
  if (running && isOurs(running.pid, home)) await stop(running.pid)
  removePostgresHome(path.resolve(directory))
}

/**
 * Returns the server that runs on these data, once it is ready; undefined when there is none, or it was just ending.
 */
async function join(home: string): Promise<Address | undefined> {
  for (const begin = Date.now(); Date.now() - begin < startTimeoutMs; await sleep(20)) {
    const server = readPostmaster(home)
    if (!server || !isOurs(server.pid, home)) return undefined
    if (server.isReady) return server
  }
  throw new Error(`Postgres is running in ${home} and does not get ready.`)
}

async function launch(
  home: string,
  log: string,
  binaries: string,
  account: Account,
  { port, settings }: LaunchSettings,
): Promise<Address> {
  await clearAway(home)
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-D', path.join(home, 'data'), '-p', String(port ?? (await freePort())), ...options]
  const child = runProgram(path.join(binaries, 'bin', 'postgres'), args, log, account)
  const server = await untilReady(child, home)
  child.unref()
  if (!server) throw new Error(`Postgres did not start:\n${lastLines(log)}`)
  return server
}

/**
 * Makes room after a server that was killed. Postgres refuses to start while the number in `postmaster.pid` belongs to
 * anybody, be it a stranger after a reboot or a process that is dead and not yet buried. The file may only go when no
 * session of the killed server is left: it is how Postgres itself finds them out, and two servers would write at once.
 */
async function clearAway(home: string): Promise<void> {
  const data = path.join(home, 'data')
  const sessions = () => processesIn(data).filter((pid) => commandOf(pid).startsWith('postgres:'))
  for (const pid of sessions()) signal(pid, 'SIGKILL')
  while (sessions().length > 0) await sleep(20)
  const canSeeSessions = process.platform === 'linux'
  const isStranger = isAlive(readPostmaster(home)?.pid ?? 0)
  if (canSeeSessions || isStranger) rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

async function untilReady(child: ChildProcess, home: string): Promise<Address | undefined> {
  const isGone = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  for (const begin = Date.now(); !isGone() && Date.now() - begin < startTimeoutMs; await sleep(10)) {
    const server = readPostmaster(home)
    if (server?.isReady && server.pid === child.pid) return server
  }
  return undefined
}

function readPostmaster(home: string): { pid: number; port: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Returns whether the process is the Postgres of this folder: after a reboot its number may belong to somebody else.
 */
function isOurs(pid: number, home: string): boolean {
  return isAlive(pid) && (process.platform === 'win32' || commandOf(pid).includes(path.join(home, 'data')))
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** A "fast" shutdown, and after a while an "immediate" one, from which the next start recovers. */
async function stop(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  for (const begin = Date.now(); isAlive(pid) && Date.now() - begin < stopTimeoutMs; ) await sleep(10)
  signal(pid, 'SIGQUIT')
  while (isAlive(pid)) await sleep(10)
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name)
}
