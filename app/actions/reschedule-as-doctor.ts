'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { rescheduleAppointment } from '@/lib/commands/reschedule-appointment'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { findVisit } from '@/lib/queries/visits'
import { requireDoctor } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  appointmentId: z.uuid('appointment_unknown'),
  slot: z.iso.datetime('slot_invalid').transform((text) => new Date(text).toISOString()),
})

/** The signed-in doctor moves one of their own visits to another of their hours. */
export async function rescheduleAsDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  return formAction(form, data, async ({ slot: startsAt, ...request }) => {
    if (!(await findVisit(db(), request.appointmentId))) return [{ field: null, name: 'appointment_unknown' }]
    const by = { role: 'doctor', id: doctor.id } as const
    const result = await rescheduleAppointment(db(), { ...request, by, startsAt }, new Date().toISOString())
    if (!result.ok) return [{ field: null, name: result.refused, data: result.data }]
    after(relayNow)
    redirect(`/calendar/visits/${request.appointmentId}` as Route)
  })
}
