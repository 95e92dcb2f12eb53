import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, type Command, lastLines, startChild } from './child'
import { phase, say } from './phase'
import type { RunFile } from './run-file'
import { StartFailure, wordsOf } from './start-failure'

/** How long the rest of what goes down together may take, before the cause is looked for. */
const settlingMs = 300

/** What a phase waits for that the end has overtaken. */
const never = new Promise<never>(() => {})

type Ending = () => Promise<void> | void

export type Supervisor = {
  /** Does the next phase of coming up; none is begun any more once the end has. */
  phase: typeof phase
  /** What must be done at the end. The last one named is done first. */
  atEnd: (ending: Ending) => void
  /** Looks, when something fails, for what lies behind: of all that went down together the cause is to be named. */
  suspect: (find: () => StartFailure | undefined) => void
  /** Starts a process that everything else needs: when it ends by itself, everything ends. */
  start: (command: Command) => void
  /** Runs a process to its end. Throws StartFailure, with the end of its log, when it fails. */
  run: (command: Command, linesShown: number) => Promise<void>
}

/**
 * Brings things up and keeps them up until a person ends them (Ctrl-C, SIGTERM, a closed terminal: exit code 0), or
 * until coming up fails or a process ends by itself (exit code 1). Everything is then ended in reverse order.
 */
export async function supervise(runFile: RunFile, bringUp: (supervisor: Supervisor) => Promise<void>): Promise<never> {
  const endings: Ending[] = [runFile.release]
  const suspects: (() => StartFailure | undefined)[] = []
  let isEnding = false
  let children: Child[] = []
  let die: (reason: unknown) => void = () => {}
  const died = new Promise<never>((_, reject) => {
    die = reject
  })

  function adopt(command: Command): Child {
    if (isEnding) throw new StartFailure('It was ended while it came up.')
    const child = startChild(command)
    children = [...children, child]
    runFile.note({ children: children.map(({ name, pid, birth }) => ({ name, pid, birth })) })
    endings.push(child.stop)
    return child
  }

  const supervisor: Supervisor = {
    async phase(name, work) {
      if (isEnding) await never
      return phase(name, async (remark) => {
        try {
          return await work(remark)
        } finally {
          if (isEnding) await never
        }
      })
    },
    atEnd: (ending) => endings.push(ending),
    suspect: (find) => suspects.push(find),
    start(command) {
      const { name, log, ended } = adopt(command)
      void ended.then((how) => die(new StartFailure(`${name} ended by itself, ${how}.${lastLines(log, 15)}`)))
    },
    async run(command, linesShown) {
      const { name, log, ended } = adopt(command)
      const how = await ended
      if (how !== 'with code 0') throw new StartFailure(`${name} failed, ${how}.${lastLines(log, linesShown)}`)
    },
  }

  const failure = await Promise.race([askedToEnd(), died, bringUp(supervisor).then(() => died)]).catch((error) => error)
  isEnding = true
  if (failure) await sleep(settlingMs)
  const cause = failure && suspects.map((find) => find()).find(Boolean)
  say(failure ? `\n${wordsOf(cause ?? failure)}\n` : '')
  await endAll(endings)
  if (!failure) say('  Carnet has ended.')
  process.exit(failure ? 1 : 0)
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

/** What cannot be ended must not keep the rest from ending. */
async function endAll(endings: readonly Ending[]): Promise<void> {
  for (const ending of endings.toReversed()) {
    try {
      await ending()
    } catch (error) {
      say(wordsOf(error))
    }
  }
}
