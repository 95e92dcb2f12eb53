import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { childEnv } from '@/lib/settings/env'
import { lastLines, youngSpace } from '@/scripts/launch/child'
import { endGroup } from '@/scripts/launch/processes'
import type { PeerPlan } from './peers'
import { ready, type Task, type Work } from './task'

/** A peer at work. */
export type RunningPeer = {
  pids: readonly number[]
  /** Settles once it takes tasks. Throws, as every task does, when one of its processes ends. */
  ready: Promise<void>
  perform: (task: Task) => Promise<Work>
  /** Asks it to end, and makes it. */
  stop: () => Promise<void>
  /** Ends all of it as if the power failed. */
  kill: () => Promise<void>
}

const patienceMs = minuteMs

/** Starts all the processes of a peer, each the head of its own group, so that Ctrl-C reaches only the bench. */
export function launchPeer(plan: PeerPlan, settings: Record<string, string>, folder: string): RunningPeer {
  const log = path.join(folder, `${plan.name}.log`)
  const env = childEnv({ NODE_ENV: 'production', ...settings })
  const children = plan.programs.map((program) => start(program, env, log))
  const pids = children.map(({ pid }) => pid ?? 0)
  const last = children.at(-1) as ChildProcess

  const gone = Promise.race(children.map((child) => ended(child))).then((how) => {
    throw new Error(`it ended by itself, ${how}${lastLines(log, 15)}`)
  })
  gone.catch(() => {})
  const answer = async <T>(withinMs: number): Promise<T> => {
    const signal = AbortSignal.timeout(withinMs)
    const late = () =>
      Promise.reject(new Error(`it did not answer within ${withinMs / secondMs} s${lastLines(log, 15)}`))
    return (await Promise.race([once(last, 'message', { signal }).catch(late), gone]))[0]
  }
  const isReady = answer<string>(patienceMs).then((word) => {
    if (word !== ready) throw new Error(`it said ${word}`)
  })
  isReady.catch(() => {})

  let ending: Promise<unknown> | undefined
  const end = async (how: (pid: number) => Promise<void>) => {
    ending ??= Promise.all(pids.filter((pid) => pid > 0).map(how))
    await ending
  }
  return {
    pids,
    ready: isReady,
    async perform(task) {
      await isReady
      const answered = answer<Work>(patienceMs + ('seconds' in task ? task.seconds * secondMs : 0))
      last.send(task)
      return answered
    },
    stop: () => end((pid) => endGroup(pid)),
    kill: () => end(killGroup),
  }
}

/** Dies with us: the channel that it is started with then closes. */
function start(program: string, env: NodeJS.ProcessEnv, log: string): ChildProcess {
  const out = openSync(log, 'a')
  const withParent = new URL('../../scripts/launch/with-parent.mjs', import.meta.url)
  withParent.searchParams.set('parent', String(process.pid))
  const child = spawn(process.execPath, [youngSpace, '--import', withParent.href, '--import', 'tsx', program], {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', out, out, 'ipc'],
  })
  closeSync(out)
  child.once('error', (error) => appendFileSync(log, `${error}\n`))
  return child
}

async function killGroup(pid: number): Promise<void> {
  try {
    for (;;) {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
      await sleep(5)
    }
  } catch {
    // None of it is left.
  }
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`with ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `by ${signal}` : `with code ${code}`))
  })
}
