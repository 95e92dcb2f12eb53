import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** One process and no other: numbers are given out again, so the moment of its birth stands beside it. */
export type Identity = { pid: number; birth: string | null }

/** Returns whether a process with this number runs, ours or not. One that has ended and was not yet buried does not. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return linuxStatus(pid)?.state !== 'Z'
}

/** Returns who has this number now. Its birth is null where the system cannot tell (Windows). */
export function identify(pid: number): Identity {
  if (process.platform === 'win32') return { pid, birth: null }
  const status = linuxStatus(pid)
  if (status) return { pid, birth: `${bootId()}:${status.startedAt}` }
  return {
    pid,
    birth: spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null,
  }
}

/** Returns whether that very process still runs. Where births are unknown, anybody with its number passes for it. */
export function isStillRunning({ pid, birth }: Identity): boolean {
  return isAlive(pid) && (birth === null || identify(pid).birth === birth)
}

/** Returns how a process was called; empty where the system cannot tell. */
export function commandOf(pid: number): string {
  if (process.platform === 'win32') return ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

/**
 * Returns the processes that work in a folder, as far as the system lets us see: on Linux our own, and for root all.
 */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => workingFolder(pid) === folder)
}

/** Ends a process and what it started: asked first, made to after `graceMs`. */
export async function endGroup(pid: number, graceMs = 10_000): Promise<void> {
  signalGroup(pid, 'SIGTERM')
  for (const begin = Date.now(); isAlive(pid) && Date.now() - begin < graceMs; ) await sleep(20)
  signalGroup(pid, 'SIGKILL')
  while (isAlive(pid)) await sleep(20)
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It has gone already.
  }
}

/** proc(5): after the name in parentheses, the first word is the state and the twentieth the time of birth. */
function linuxStatus(pid: number): { state: string | undefined; startedAt: string | undefined } | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const words = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return { state: words[0], startedAt: words[19] }
  } catch {
    return undefined
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
