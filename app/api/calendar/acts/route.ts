import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { rescheduleAppointment } from '@/lib/commands/reschedule-appointment'
import { db } from '@/lib/db/client'
import { faultOf, log } from '@/lib/log'
import type { Doctor } from '@/lib/queries/doctors'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { findVisit } from '@/lib/queries/visits'
import { requireDoctor } from '@/lib/session'

const about = { requestId: z.uuid(), appointmentId: z.uuid() }
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), ...about }),
  z.object({ act: z.literal('move'), ...about, slot: z.iso.datetime() }),
])

/**
 * What a doctor pressed and did not take back. A route and not a server action, because a page that is being left can still
 * send a request of its own (`keepalive`). Answers with the refusal's name, or null, and with free hours instead.
 */
export async function POST(request: Request) {
  // Cookies do not travel from other sites, and a browser says where a request comes from.
  if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin') return said(403, 'request_invalid')
  const { doctor } = await requireDoctor()
  const parsed = act.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return said(400, 'request_invalid')
  try {
    const { refused, nearest } = await carryOut(parsed.data, doctor)
    if (refused === null) after(relayNow)
    return said(200, refused, nearest)
  } catch (error) {
    log().error({ fault: faultOf(error) }, 'an act of a doctor failed')
    return said(500, 'not_sent')
  }
}

type Answer = { refused: string | null; nearest: { startsAt: string }[] }

async function carryOut(asked: z.output<typeof act>, doctor: Doctor): Promise<Answer> {
  const now = new Date().toISOString()
  const { requestId, appointmentId } = asked
  if (asked.act === 'confirm') {
    const result = await confirmAppointment(db(), { requestId, appointmentId, doctorId: doctor.id }, now)
    return { refused: result.ok ? null : result.refused, nearest: [] }
  }
  const visit = await findVisit(db(), appointmentId)
  if (visit?.doctor.id !== doctor.id) return { refused: 'appointment_unknown', nearest: [] }
  const by = { role: 'doctor', id: doctor.id } as const
  const startsAt = new Date(asked.slot).toISOString()
  const result = await rescheduleAppointment(db(), { requestId, appointmentId, by, startsAt }, now)
  if (result.ok) return { refused: null, nearest: [] }
  const wanted = { doctor, length: visit.length }
  const isAboutSlot = result.refused.startsWith('slot_')
  const nearest = isAboutSlot ? await nearestOpenSlots(db(), wanted, startsAt, { now, by: 'clinic' }) : []
  return { refused: result.refused, nearest }
}

function said(status: number, refused: string | null, nearest: Answer['nearest'] = []): Response {
  return Response.json({ refused, nearest: nearest.map(({ startsAt }) => ({ startsAt })) }, { status })
}
