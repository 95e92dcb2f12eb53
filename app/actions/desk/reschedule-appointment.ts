'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { findVisit } from '@/lib/queries/visit/visits'
import { deskVisitPath } from '@/lib/views/visit-path'
import { actorOf } from '@/lib/web/actor'
import { form, id, instant } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const move = form({ requestId: id(), appointmentId: id('appointment_unknown'), slot: instant('slot_invalid') })

/** A doctor moves one of their own visits to another of their hours; the desk any, to another of its doctor's. */
export async function rescheduleAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const by = actorOf(await mayPress('rescheduleAppointment'))
  return formAction(move, data, async ({ slot: startsAt, ...request }) => {
    if (!(await findVisit(db(), request.appointmentId))) return [{ field: null, name: 'appointment_unknown' }]
    const result = await rescheduleAppointment(db(), { ...request, by, startsAt }, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    redirect(deskVisitPath(by.role, request.appointmentId))
  })
}
