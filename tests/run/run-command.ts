import { spawn } from 'node:child_process'
import path from 'node:path'
import { secondMs } from '@/lib/domain/time'

export type Ended = { code: number; seconds: number }

/** Where the output of a phase goes: in front of us, or kept until it is its turn. */
export type Output = {
  write: (chunk: Buffer) => void
  /** Prints what was kept, and from now on what comes. */
  show: () => void
}

/** Returns an output that is kept until it is shown. */
export function keptOutput(): Output {
  const kept: Buffer[] = []
  let isShown = false
  return {
    write: (chunk) => (isShown ? process.stdout.write(chunk) : kept.push(chunk)),
    show() {
      isShown = true
      for (const chunk of kept.splice(0)) process.stdout.write(chunk)
    },
  }
}

/** Runs one of npm's commands, or Node, to its end and returns how it ended; one that cannot begin ends with code 1. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, output }: { env?: Record<string, string> | undefined; output?: Output | undefined } = {},
): Promise<Ended> {
  const begin = performance.now()
  const bin = command === 'node' ? process.execPath : path.resolve('node_modules/.bin', command)
  const colours = output && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn(bin, args, {
    stdio: ['inherit', output ? 'pipe' : 'inherit', output ? 'pipe' : 'inherit'],
    env: { ...process.env, ...colours, ...env },
  })
  child.stdout?.on('data', (chunk) => output?.write(chunk))
  child.stderr?.on('data', (chunk) => output?.write(chunk))
  return new Promise((resolve) => {
    const end = (code: number) => resolve({ code, seconds: (performance.now() - begin) / secondMs })
    child.once('error', () => end(1))
    child.once('close', (code) => end(code ?? 1))
  })
}
