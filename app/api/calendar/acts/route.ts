import { after } from 'next/server'
import { z } from 'zod'
import { mayCall } from '@/app/api/may-call'
import { relayNow } from '@/inngest/relay-now'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { declineAppointment } from '@/lib/commands/visit/decline-appointment'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/may'
import { limits } from '@/lib/domain/limits'
import { isoNow } from '@/lib/iso-now'
import { findVisit } from '@/lib/queries/visit/visits'
import { type Result, refuse } from '@/lib/result'
import { faultOf, log } from '@/lib/telemetry/log'
import { actorOf } from '@/lib/web/actor'
import { type ActAnswer, type ActAnswers, refusedAt, type Told } from '@/lib/web/form-answer'

const about = { requestId: z.uuid(), appointmentId: z.uuid() }
const reason = z.string().max(limits.words)
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), ...about }),
  z.object({ act: z.literal('move'), ...about, slot: z.iso.datetime() }),
  z.object({ act: z.literal('decline'), ...about, reason }),
  z.object({ act: z.literal('cancel'), ...about, reason }),
])
/** More than anybody has waiting; each is one line of a body that a page which is being left may still send. */
const actsMax = 500
const form = z.object({ acts: z.array(act).min(1).max(actsMax) })
type Act = z.output<typeof act>

/**
 * What a doctor pressed of their own visits, or the desk of any, and did not take back, all of it in one request: each is carried out, also when the browser is
 * gone meanwhile. A route and not a server action, because a page that is being left can still send a request of its own
 * (`keepalive`). Returns the refusal of each, or null.
 */
export async function POST(request: Request) {
  const by = actorOf(await mayCall('/api/calendar/acts'))
  // Cookies do not travel from other sites, and a browser says where a request comes from.
  if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
    return said(403, refusedBy('request_invalid'))
  const parsed = form.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return said(400, refusedBy('request_invalid'))
  const answers: ActAnswers['answers'] = []
  for (const asked of parsed.data.acts) answers.push({ requestId: asked.requestId, ...(await answerTo(asked, by)) })
  if (answers.some(({ refusal }) => refusal === null)) after(relayNow)
  return said(200, { answers })
}

/** One that fails holds up none of the others: it can be pressed again. */
async function answerTo(asked: Act, by: Actor): Promise<ActAnswer> {
  try {
    const result = await carryOut(asked, by)
    return { refusal: result.ok ? null : refusedAt(null, result) }
  } catch (error) {
    log().error({ fault: faultOf(error) }, 'an act on a visit failed')
    return refusedBy('not_sent')
  }
}

async function carryOut(asked: Act, by: Actor): Promise<Result<unknown, Told>> {
  const now = isoNow()
  const { requestId, appointmentId } = asked
  const about = { requestId, appointmentId, by }
  if (asked.act === 'confirm') return confirmAppointment(db(), about, now)
  if (asked.act === 'decline') return declineAppointment(db(), { ...about, reason: asked.reason.trim() || null }, now)
  if (asked.act === 'cancel') return cancelAppointment(db(), { ...about, reason: asked.reason.trim() || null }, now)
  if (!(await findVisit(db(), appointmentId))) return refuse('appointment_unknown')
  return rescheduleAppointment(db(), { ...about, startsAt: new Date(asked.slot).toISOString() }, now)
}

function refusedBy(name: 'request_invalid' | 'not_sent'): ActAnswer {
  return { refusal: { field: null, name } }
}

function said(status: number, answer: ActAnswer | ActAnswers): Response {
  return Response.json(answer, { status })
}
