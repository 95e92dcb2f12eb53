import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/lib/db/client'
import type { Visit, Visits } from '../lab/visits'
import { waitUntil } from '../wait-until'
import type { Harness } from './harness'
import { judge } from './judge'
import type { Relays } from './relays'
import { type Point, points, type Seen } from './seen'
import type { Sink } from './sink'

export type Stage = { db: Db; visits: Visits; harness: Harness; sink: Sink; relays: Relays; seen: Seen[] }

export const durations = { leaseMs: 400, retryMs: 250, resendMs: 500 }
const patienceMs = 30_000

export type Played = { killed: number; events: number; arrivals: number; violations: string[] }

/**
 * Relays are killed at every point of their work, one only stalls for longer than its lease, and a post is refused,
 * while visits are booked, confirmed and called off. Then they work in peace, and the record is judged.
 */
export async function playLoop(stage: Stage, loop: number): Promise<Played> {
  const { db, harness, relays, seen } = stage
  const [from, before] = [seen.length, relays.killed()]
  const known: Visit[] = []
  const stuck = await disturb(stage, loop, known).then(() => [], toViolation)
  harness.letGo()

  const streamId = { in: known.map(({ id }) => id) }
  const isOver = async () => (await db.outbox.count({ where: { streamId, status: { not: 'ACKED' } } })) === 0
  const late = await waitUntil(isOver, patienceMs, 'Not every event arrives.').then(() => [], toViolation)
  await sleep(durations.resendMs * 1.5)
  const leaving = await db.outbox.findMany({ where: { streamId } })
  const arrivals = seen.slice(from).filter(({ what }) => what === 'arrival').length
  const violations = [...stuck, ...late, ...judge(seen, leaving, from)]
  return { killed: relays.killed() - before, events: leaving.length, arrivals, violations }
}

const toViolation = (error: Error) => [error.message]

async function disturb(stage: Stage, loop: number, known: Visit[]): Promise<void> {
  const { harness, sink, relays } = stage
  for (const [index, point] of points.entries()) {
    if (index === loop % points.length) sink.refuseNext()
    const pid = await bringTo(point, stage, known)
    if ((index + loop) % 3 === 0) await sleep(durations.leaseMs)
    await relays.replace(pid)
    harness.letGo()
  }
  await bringTo(points[loop % points.length] as Point, stage, known)
  await sleep(durations.leaseMs * 1.5)
}

/** Something happens to visits until a relay stands at the point, and once more while it stands there. */
async function bringTo(point: Point, { harness, visits }: Stage, known: Visit[]): Promise<number> {
  const stopped = harness.stopAt(point)
  known.push(await visits.book())
  const pid = await stopped
  const [before, last] = known.slice(-3)
  if (last) await visits.confirm(last)
  if (before && known.length > 2) await visits.cancel(before)
  return pid
}
