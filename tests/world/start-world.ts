import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Child, lastLines, startChild } from '@/scripts/launch/child'
import { StartFailure } from '@/scripts/launch/start-failure'
import { waitUntil } from '@/scripts/launch/wait-until'
import type { LedgerEntry, WorldState } from './ledger-entry'
import type { Misbehaviour } from './misbehaviour'

const program = path.join(import.meta.dirname, 'main.ts')
const patienceMs = 30_000

/** The outside world as a process of its own. */
export type RunningWorld = {
  url: string
  pid: number
  /** Everything that happened, in order. */
  ledger: () => Promise<LedgerEntry[]>
  /** The calendar objects there are. */
  state: () => Promise<WorldState>
  /** From now on some calls are answered badly. */
  misbehave: (how: Misbehaviour) => Promise<void>
  /** No more misbehaviour; who still waits for an answer is hung up on. */
  forgive: () => Promise<void>
  /** Lets the calls through that were held by `hang-before`. */
  release: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the world; on the file of an earlier one it goes on where that one ended. Its output is kept beside the file.
 */
export async function startWorld(at: { ledgerFile: string; port?: number }): Promise<RunningWorld> {
  const log = `${at.ledgerFile}.log`
  const args = ['--import', 'tsx', program, '--ledger', at.ledgerFile, '--port', String(at.port ?? 0)]
  const child = startChild({ name: 'The world', args, env: process.env, log })
  const url = await readyUrl(child, log)
  const get = async (what: string) => (await fetch(url + what)).json()
  const post = async (what: string, content = {}) => {
    const response = await fetch(url + what, { method: 'POST', body: JSON.stringify(content) })
    if (!response.ok) throw new Error(`the world refuses ${what}: ${await response.text()}`)
    await response.text()
  }
  return {
    url,
    pid: child.pid,
    ledger: () => get('/ledger'),
    state: () => get('/state'),
    misbehave: (how) => post('/misbehave', how),
    forgive: () => post('/forgive'),
    release: () => post('/release'),
    stop: child.stop,
  }
}

/** Waits for the line in which the world says where it is. Throws StartFailure when it ends instead. */
async function readyUrl(child: Child, log: string): Promise<string> {
  const find = () => (existsSync(log) ? /http:\S+/.exec(readFileSync(log, 'utf8'))?.[0] : undefined)
  const ended = child.ended.then((how) => {
    throw new StartFailure(`The world ended ${how}.${lastLines(log, 20)}`)
  })
  await Promise.race([waitUntil(async () => find() !== undefined, patienceMs, 'The world does not answer.'), ended])
  return find() ?? ''
}
