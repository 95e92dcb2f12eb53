import { secondMs } from '@/lib/domain/time'
import type { RunningWorld } from '@/tests/world/start-world'
import type { Lab } from './lab'
import { victims } from './round'

/** What was done to the lab. */
export type Troubles = { kills: Record<string, number>; misbehaviours: number }

export type Trouble = { counts: Troubles; stop: () => Promise<void> }

const modes = ['500-before', '500-after', 'hang-after', 'reset-before', 'reset-after', 'slow', '429', '503'] as const
const refusals = ['refuse', 'bad-address'] as const
const services = ['mail', 'sms', 'calendar'] as const

/**
 * Kills something every few seconds and has the world misbehave all the while, until stopped; then all is well again.
 */
export function startTrouble(lab: Lab, everyMs: number): Trouble {
  const counts: Troubles = { kills: { app: 0, postgres: 0, engine: 0 }, misbehaviours: 0 }
  let isStopped = false
  const working = Promise.all([kill(), misbehave(lab.world)])
  return {
    counts,
    async stop() {
      isStopped = true
      await working
      await lab.world.forgive()
    },
  }

  async function kill(): Promise<void> {
    while (!isStopped) {
      await wait(everyMs * (0.5 + Math.random()))
      const victim = pick(victims)
      await lab[victim].kill()
      if (victim === 'engine') await lab.wipeEngine().catch(() => {})
      await wait(Math.random() * secondMs)
      await lab[victim].start()
      counts.kills[victim] = (counts.kills[victim] ?? 0) + 1
    }
  }

  async function misbehave(world: RunningWorld): Promise<void> {
    while (!isStopped) {
      const isRefusal = Math.random() < 0.05
      const service = isRefusal ? 'sms' : pick(services)
      await world.misbehave({ service, mode: pick(isRefusal ? refusals : modes), times: 1, ms: 500 })
      counts.misbehaviours++
      await wait(400)
    }
  }
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
