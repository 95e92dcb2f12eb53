import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/lib/db/client'
import { waitUntil } from '@/scripts/launch/wait-until'
import type { Visit, Visits } from '../lab/visits'
import type { Harness } from './harness'
import { judge } from './judge'
import type { Relays } from './relays'
import { type Point, points, type Seen } from './seen'
import type { Sink } from './sink'

export type Stage = { db: Db; visits: Visits; harness: Harness; sink: Sink; relays: Relays; seen: Seen[] }

export const durations = { leaseMs: 400, retryMs: 350, resendMs: 500 }
const patienceMs = 30_000

export type Played = { killed: number; events: number; arrivals: number; violations: string[] }

/**
 * Relays are killed at every point of their work, one only stalls for longer than its lease, and posts are refused,
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
  const { harness, relays } = stage
  await refuse('unheard', stage, known)
  for (const [index, point] of points.entries()) {
    const pid = await bringTo(point, stage, known)
    if ((index + loop) % 3 === 0) await sleep(durations.leaseMs)
    await relays.replace(pid)
    harness.letGo()
  }
  await refuse('heard', stage, known)
  await bringTo(points[loop % points.length] as Point, stage, known)
  await sleep(durations.leaseMs * 1.5)
}

/** A visit's first event is refused, and its second one happens before the first is due again. */
async function refuse(how: 'heard' | 'unheard', { sink, visits }: Stage, known: Visit[]): Promise<void> {
  const refused = sink.refuseNext(how)
  const visit = await visits.book()
  known.push(visit)
  await Promise.race([refused, sleep(patienceMs).then(() => Promise.reject(new Error('No relay posts.')))])
  await visits.confirm(visit)
}

/**
 * A visit is booked, so that a relay comes to the point; while it stands there the ones before are confirmed, called
 * off.
 */
async function bringTo(point: Point, { harness, visits }: Stage, known: Visit[]): Promise<number> {
  const stopped = harness.stopAt(point)
  known.push(await visits.book())
  const pid = await stopped
  const [older, old] = [known.at(-3), known.at(-2)]
  if (old) await visits.confirm(old)
  if (older) await visits.cancel(older)
  return pid
}
