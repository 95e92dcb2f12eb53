import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import type { Db } from '@/lib/db/client'
import { type Failure, failureKinds } from '@/lib/domain/saga/failure'
import { hourMs, laterBy, minuteMs, secondMs } from '@/lib/domain/time'
import { formerContactKind } from '@/lib/queries/visit/told-at'

/** Whoever changed the address has it sent at once: only what was left behind is sent from here. */
const leftBehindMs = minuteMs
/** Nobody repeats a message later than its key is known. */
const patienceMs = 23 * hourMs
const callMs = 10 * secondMs
const portion = 10
/** Telling a portion takes no longer, in milliseconds. */
export const tellingMs = (portion + 1) * callMs

/**
 * Sends what former addresses of visits have not been told yet, and returns how many were. What cannot be sent comes
 * before the desk, like a message that came back; but for an address where nobody is any more: nobody reads of the visit
 * there. One process at a time calls it: of two, neither finds what the other is sending. `now` is an ISO instant.
 */
export async function tellFormerContacts(db: Db, now: string): Promise<number> {
  const left = await db.message.findMany({
    where: {
      kind: formerContactKind,
      status: 'stored',
      delivery: null,
      createdAt: { lt: laterBy(now, -leftBehindMs) },
    },
    // One that cannot be sent keeps no newer one waiting.
    orderBy: { createdAt: 'desc' },
    take: portion,
  })
  let told = 0
  for (const { key, channel, createdAt } of left) {
    // An SMS can be looked for before it is sent a second time.
    const lostSince = channel === 'sms' ? createdAt.toISOString() : null
    const failure = await deliver(db, { key, lostSince }, now)
    if (!failure) told++
    else if (isOver(failure, createdAt, now)) await giveUp(db, key, failure, now)
  }
  return told
}

async function deliver(db: Db, call: { key: string; lostSince: string | null }, now: string) {
  try {
    await deliverMessage(db, call.key, { ...call, signal: AbortSignal.timeout(callMs) }, now)
    return undefined
  } catch (error) {
    if (error instanceof ExternalServiceError) return error.failure
    throw error
  }
}

/** What may be out already is not sent a second time. */
function isOver({ kind }: Failure, createdAt: Date, now: string): boolean {
  return failureKinds[kind].isFinal || kind === 'unknown' || Date.parse(now) - createdAt.getTime() > patienceMs
}

async function giveUp(db: Db, key: string, { kind }: Failure, now: string): Promise<void> {
  const settled = failureKinds[kind].isOfAddress ? { settledAt: now, settledBy: 'recovery' } : {}
  await db.message.update({ where: { key }, data: { delivery: 'failed', deliveryAt: now, ...settled } })
}
