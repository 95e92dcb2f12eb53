import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'
import { endGroup, type Identity, identify } from './processes'

/** A Node process of ours: a script of this project or of a package, with its whole environment. */
export type Command = {
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** Where its output goes; without it, to our own. */
  log?: string | undefined
}

export type Child = Identity & {
  name: string
  log: string | undefined
  /** How it ended: `with code 1`, `by SIGKILL`. */
  ended: Promise<string>
  /** Ends it and what it has started. */
  stop: () => Promise<void>
}

/** What a request leaves behind dies young; with room for more of it, a tenth less time goes into sweeping it up. */
export const youngSpace = '--max-semi-space-size=32'

/**
 * Starts a process that dies with us, even if we are killed. It is in a group of its own, so that Ctrl-C reaches only
 * us and we can end things in their order.
 */
export function startChild({ name, args, env, log }: Command): Child {
  const out = log ? openLog(log) : 'inherit'
  const options = { env, detached: process.platform !== 'win32', stdio: ['ignore', out, out, 'ipc'] } as const
  const child = spawn(process.execPath, [youngSpace, '--import', withParent(), ...args], {
    ...options,
    stdio: [...options.stdio],
  })
  if (typeof out === 'number') closeSync(out)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`with ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `by ${signal}` : `with code ${code}`))
  })
  const identity = identify(child.pid ?? 0)
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    if (child.pid && !isGone()) await endGroup(child.pid)
  }
  return { ...identity, name, log, ended, stop }
}

/** Returns the end of a log, for a person; empty when nothing was logged. */
export function lastLines(log: string | undefined, count: number): string {
  const text = log && existsSync(log) ? readFileSync(log, 'utf8').trim() : ''
  if (!text) return ''
  const lines = text.split('\n').slice(-count)
  return `\n\nThe end of ${log}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

function withParent(): string {
  const url = new URL('./with-parent.mjs', import.meta.url)
  url.searchParams.set('parent', String(process.pid))
  return url.href
}

/** Begins a log anew and keeps the one before. */
function openLog(log: string): number {
  if (existsSync(log)) renameSync(log, `${log}.before`)
  return openSync(log, 'w')
}
