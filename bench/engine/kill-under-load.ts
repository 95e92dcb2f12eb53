import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { secondMs } from '@/lib/domain/time'
import type { PeerPlan } from './peers'
import type { Stage } from './stage'
import { stepCount } from './task'

/** What became of workflows whose engine was killed under them. */
export type Recovery = {
  /** How many were not complete at the kill. */
  open: number
  /** From the start of the new processes until all were recorded as complete; NaN when that did not come. */
  seconds: number
  /** How many never were. */
  lost: number
  /** Step bodies that inserted their row more than once. */
  repeated: number
}

const patienceMs = 90_000
const everyMs = 10
/** So much of the work is done when the blow falls. */
const doneShare = 0.4
const prefix = 'killed'

/**
 * Hands `count` workflows over, kills all of the peer's processes with SIGKILL amid the work, and starts them again.
 */
export async function killUnderLoad(stage: Stage, plan: PeerPlan, count: number): Promise<Recovery> {
  return stage.visit(plan, async (client) => {
    const recorded = async () => {
      const found = await client.query(plan.countRecorded ?? '', [`${prefix}-%`])
      return found.rows[0].count as number
    }
    const first = await stage.launch(plan)
    try {
      await first.perform({ do: 'give', prefix, count })
      const isAmid = async () => (await countRows(client)).rows >= count * stepCount * doneShare
      if (!(await comesTrue(isAmid))) throw new Error('the work before the kill does not get on')
    } finally {
      await first.kill()
    }
    const open = count - (await recorded())

    const begin = performance.now()
    const second = await stage.launch(plan)
    try {
      await comesTrue(async () => (await recorded()) === count)
      const seconds = (performance.now() - begin) / secondMs
      const lost = count - (await recorded())
      // Says so when they were never done because it did not even start.
      if (lost > 0) await second.ready
      const { rows, distinct } = await countRows(client)
      return { open, seconds: lost === 0 ? seconds : Number.NaN, lost, repeated: rows - distinct }
    } finally {
      await second.stop()
    }
  })
}

async function comesTrue(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const begin = performance.now(); performance.now() - begin < patienceMs; await sleep(everyMs)) {
    if (await isSo()) return true
  }
  return false
}

async function countRows(client: pg.Client): Promise<{ rows: number; distinct: number }> {
  const found = await client.query(
    `select count(*)::int as rows, count(distinct (workflow, step))::int as distinct
     from bench_row where workflow like $1`,
    [`${prefix}-%`],
  )
  return found.rows[0]
}
