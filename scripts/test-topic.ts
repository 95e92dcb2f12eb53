import { expect, vi } from 'vitest'
import type { Db } from '@/lib/db/client'
import type { EventMessage } from '@/lib/outbox/cloud-event'
import { type Deliver, stream } from '@/lib/outbox/stream'

export const longEnough = { timeout: 30_000, interval: 50 }

/** How a stream is run in a test, at this time or a little ahead of it. */
export const settings = (aheadMs = 0) => ({
  name: 'kafka:test',
  source: 'http://localhost:3000',
  now: () => new Date(Date.now() + aheadMs),
})

/** A broker that takes everything, in batches. */
export function topic() {
  const batches: EventMessage[][] = []
  const deliver: Deliver = async (messages) => {
    batches.push(messages)
    return { acknowledged: true }
  }
  return { batches, deliver, arrived: () => batches.flat().map(({ value }) => JSON.parse(value)) }
}

/** Streams until so many events are across: a transaction that is open in another test's database keeps the last ones waiting. */
export async function streamAll(db: Db, deliver: Deliver, count: number, aheadMs = 0): Promise<void> {
  let streamed = 0
  await vi.waitFor(async () => {
    streamed += await stream(db, deliver, settings(aheadMs))
    expect(streamed).toBe(count)
  }, longEnough)
}
