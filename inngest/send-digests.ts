import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import { gatherRequests } from '@/lib/commands/saga/gather-requests'
import { db } from '@/lib/db/client'
import { failureKinds } from '@/lib/domain/saga/failure'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { renderDigestMail } from '@/lib/mails/digest-mail'
import { underLease } from '@/lib/outbox/lease'
import { listRequests } from '@/lib/queries/calendar/calendar-visits'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

const patienceMs = 10_000
/** A lease outlives as many mails as one sweep sends. */
const mailsMax = 5
/** Nobody repeats a message later than its key is known. */
const repeatedMs = 23 * hourMs

/**
 * Tells doctors of the requests that wait, where they want that at certain times: gathers what is due, and sends what was
 * gathered and is not sent yet, also by a sweep before this one. The newest goes first, so that one which is refused keeps
 * no other waiting. One that does not go out is tried again by the next, unless it was refused for good or is a day old; no
 * request hangs on it, since all stand in the calendar. `now` is an ISO instant.
 */
export async function sendDigests(now: string): Promise<void> {
  await underLease(db(), 'digests', { leaseMs: minuteMs, now: () => new Date(now) }, async () => {
    await gatherRequests(db(), now, renderDigest)
    const unsent = { kind: 'request_digest', status: 'stored', delivery: null }
    const newest = { take: mailsMax, orderBy: { createdAt: 'desc' } } as const
    for (const mail of await db().message.findMany({ where: unsent, ...newest })) await sendDigest(mail, now)
  })
}

async function sendDigest({ key, createdAt }: { key: string; createdAt: Date }, now: string): Promise<void> {
  try {
    await deliverMessage(db(), key, { key, signal: AbortSignal.timeout(patienceMs), lostSince: null }, isoNow())
  } catch (error) {
    log().warn({ fault: faultOf(error) }, 'a digest was not sent')
    const isRefused = error instanceof ExternalServiceError && failureKinds[error.failure.kind].isFinal
    if (isRefused || Date.parse(now) - createdAt.getTime() > repeatedMs)
      await db().message.update({ where: { key }, data: { delivery: 'failed', deliveryAt: now } })
  }
}

async function renderDigest(doctorId: string, appointmentIds: readonly string[]) {
  const [doctor, clinic, waiting] = await Promise.all([
    getDoctorById(db(), doctorId),
    getClinic(db()),
    listRequests(db(), doctorId),
  ])
  const requests = waiting.filter(({ id }) => appointmentIds.includes(id))
  return renderDigestMail({ doctor, clinic, requests, href: new URL('/calendar', env().CARNET_URL).href })
}
