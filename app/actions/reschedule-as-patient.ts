'use server'

import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { rescheduleAppointment } from '@/lib/commands/reschedule-appointment'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { getClinic } from '@/lib/queries/clinic'
import { getSlot } from '@/lib/queries/visit-facts'
import { visitOf } from '@/lib/visit-link'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  token: z.string('request_invalid'),
  slot: z.iso.datetime('slot_invalid').transform((text) => new Date(text).toISOString()),
})

/** Patients move their visit to another hour of the same doctor: whoever holds its signed link may. */
export async function rescheduleAsPatientAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ requestId, token, slot: startsAt }) => {
    const appointmentId = await visitOf(token)
    if (!appointmentId) notFound()
    const { patientId } = await getSlot(db(), appointmentId)
    const by = { role: 'patient', id: patientId } as const
    const request = { requestId, appointmentId, by, startsAt }
    const result = await rescheduleAppointment(db(), request, new Date().toISOString())
    if (!result.ok) {
      const { phone } = await getClinic(db())
      return [{ field: null, name: result.refused, data: { ...result.data, phone } }]
    }
    after(relayNow)
    redirect(`/visits/${token}` as Route)
  })
}
