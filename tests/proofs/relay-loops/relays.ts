import path from 'node:path'
import { type Child, startChild } from '@/scripts/launch/child'

/** Relays at work, each in a process of its own. */
export type Relays = {
  /** How many were ended so far. */
  killed: () => number
  /** Ends one as if the power failed, and starts another in its place. */
  replace: (pid: number) => Promise<void>
  stop: () => Promise<void>
}

/** Starts so many; their logs lie in `folder`. */
export function startRelays(count: number, env: NodeJS.ProcessEnv, folder: string): Relays {
  const start = (number: number): Child => {
    const log = path.join(folder, `relay-${number}.log`)
    const args = ['--import', 'tsx', 'tests/proofs/relay-loops/relay-process.ts']
    return startChild({ name: `relay ${number}`, args, env, log })
  }
  const running = Array.from({ length: count }, (_, number) => start(number))
  let killed = 0
  return {
    killed: () => killed,
    async replace(pid) {
      const number = running.findIndex((relay) => relay.pid === pid)
      const old = running[number]
      if (!old) throw new Error(`${pid} is none of our relays`)
      process.kill(pid, 'SIGKILL')
      await old.ended
      killed++
      running[number] = start(number)
    },
    async stop() {
      await Promise.all(running.map((relay) => relay.stop()))
    },
  }
}
