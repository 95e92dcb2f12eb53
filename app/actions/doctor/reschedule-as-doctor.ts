'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { findVisit } from '@/lib/queries/visit/visits'
import { form, id, instant } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const move = form({ requestId: id(), appointmentId: id('appointment_unknown'), slot: instant('slot_invalid') })

/** The signed-in doctor moves one of their own visits to another of their hours. */
export async function rescheduleAsDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await mayPress('rescheduleAsDoctor')
  return formAction(move, data, async ({ slot: startsAt, ...request }) => {
    if (!(await findVisit(db(), request.appointmentId))) return [{ field: null, name: 'appointment_unknown' }]
    const by = { role: 'doctor', id: doctor.id } as const
    const result = await rescheduleAppointment(db(), { ...request, by, startsAt }, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    redirect(`/calendar/visits/${request.appointmentId}` as Route)
  })
}
