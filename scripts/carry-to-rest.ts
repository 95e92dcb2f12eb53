import { RetryAfterError } from 'inngest'
import { vi } from 'vitest'
import type { Db } from '@/lib/db/client'
import { carry } from './test-clinic'

const stepMs = 5_000
const longestMs = 3 * 24 * 3_600_000

/**
 * Delivers whatever is due, again and again, until every saga has ended. When nothing moves, the clock (Node's Date, which Postgres
 * is told) runs ahead. Throws when something has not ended after three days.
 */
export async function carryToRest(db: Db): Promise<void> {
  const begin = Date.now()
  while (Date.now() - begin < longestMs) {
    const unfinished = await db.saga.findMany({
      where: { status: { in: ['RUNNING', 'COMPENSATING'] } },
      orderBy: { turn: 'asc' },
    })
    if (unfinished.length === 0) return
    const before = await db.event.count()
    for (const { sagaId } of unfinished.filter(isDue)) await deliver(sagaId)
    if ((await db.event.count()) === before) runAhead(untilDue(unfinished))
  }
  throw new Error('a saga did not end within three days')
}

/** Whether Inngest would deliver it now: it was not asked to come back later. */
export function isDue({ nextAt }: { nextAt: Date | null }): boolean {
  return !nextAt || nextAt.getTime() <= Date.now()
}

/** To the next attempt that is due, or a little. */
function untilDue(unfinished: { nextAt: Date | null }[]): number {
  const waits = unfinished.map(({ nextAt }) => (nextAt ? nextAt.getTime() - Date.now() : stepMs))
  return Math.max(Math.min(...waits), stepMs)
}

/** One delivery of a saga, as Inngest would make it: asked to come back later, it does not. */
export async function deliver(sagaId: string): Promise<void> {
  await carry(sagaId).catch((error) => {
    if (!(error instanceof RetryAfterError)) throw error
  })
}

/** Lets the clock run ahead. */
export function runAhead(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}
