import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Account } from './postgres-binaries'

/** Sets a database cluster up beside its place and moves it there when whole: `data` exists only finished. */
export async function initialisePostgres(home: string, binaries: string, account: Account): Promise<void> {
  const data = path.join(home, 'data')
  if (existsSync(data)) return
  const abandoned = readdirSync(home).filter((name) => name.startsWith('data.'))
  for (const name of abandoned) rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 10 })
  const draft = path.join(home, `data.${randomBytes(4).toString('hex')}`)
  const secret = path.join(home, 'password')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600, flush: true })
  if (account) for (const file of [draft, secret]) chownSync(file, account.uid, account.gid)
  const auth = ['-U', 'carnet', `--pwfile=${secret}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const log = path.join(home, 'initdb.log')
  const initdb = runProgram(path.join(binaries, 'bin', 'initdb'), ['-D', draft, ...auth, ...locale], log, account)
  const [code] = await once(initdb, 'exit')
  if (code !== 0) throw new Error(`Postgres could not be set up (${code}):\n${lastLines(log)}`)
  renameSync(draft, data)
}

const cleanEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const

/** Starts one of Postgres's programs in a session of its own, where no Ctrl-C reaches it. */
export function runProgram(program: string, args: string[], log: string, account: Account): ChildProcess {
  const out = openSync(log, 'a')
  const child = spawn(program, args, {
    ...account,
    env: cleanEnvironment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  child.once('error', (error) => writeFileSync(log, `${error}\n`, { flag: 'a' }))
  return child
}

/** Returns the end of a program's log, for a person. */
export function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
}
