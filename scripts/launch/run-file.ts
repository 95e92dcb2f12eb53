import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createFile } from './create-file'
import { type Identity, identify, isStillRunning } from './processes'
import { StartFailure } from './start-failure'

export type RunningChild = Identity & { name: string }

/** Who runs the clinic of a data folder, where it is reached once that is known, and which processes it has started. */
type Run = Identity & { address: string | null; children: RunningChild[] }

export type RunFile = {
  /** What an earlier run that was killed had started. It may still be there. */
  leftOver: readonly RunningChild[]
  note: (change: Partial<Pick<Run, 'address' | 'children'>>) => void
  release: () => void
}

/**
 * Makes this process the only one that runs the clinic of `folder`, until `release`. Takes over from a run that was
 * killed. Throws StartFailure when one is running.
 */
export function takeRunFile(folder: string): RunFile {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const file = path.join(folder, 'run.json')
  let run: Run = { ...identify(process.pid), address: null, children: [] }
  const leftOver = claim(file, run)?.children ?? []
  run = { ...run, children: leftOver }
  return {
    leftOver,
    note(change) {
      run = { ...run, ...change }
      replace(file, run)
    },
    release: () => rmSync(file, { force: true }),
  }
}

/**
 * Claims a file for `mine`; answers with the dead run that had it, if any, and keeps that one's children on record. Of
 * several that find the same dead run, only the one that has claimed `….after-<its pid>` may replace it, so nobody can
 * push out a winner.
 */
function claim(file: string, mine: Run): Run | undefined {
  for (;;) {
    if (createFile(file, JSON.stringify(mine))) return undefined
    const holder = read(file)
    if (!holder) continue
    if (isStillRunning(holder)) throw new StartFailure(alreadyRunning(holder))
    const succession = `${file}.after-${holder.pid}`
    claim(succession, mine)
    try {
      if (!isSame(read(file), holder)) continue
      replace(file, { ...mine, children: holder.children })
      return holder
    } finally {
      rmSync(succession, { force: true })
    }
  }
}

function alreadyRunning({ pid, address }: Run): string {
  return `Carnet is already running here, as process ${pid}${address ? `, on ${address}` : ', and still starting'}.`
}

/** A file is whole from its first moment, so one that cannot be read was damaged (a power cut) and nobody has it. */
function read(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Run
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return { pid: 0, birth: null, address: null, children: [] }
    throw error
  }
}

function replace(file: string, run: Run): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(run))
  renameSync(draft, file)
}

function isSame(a: Run | undefined, b: Run): boolean {
  return a?.pid === b.pid && a.birth === b.birth
}
