'use server'

import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/create-appointment'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { getPatientById } from '@/lib/queries/patients'
import { findVisit } from '@/lib/queries/visits'
import { findBrowserId } from '@/lib/session'
import { signVisit, visitOf } from '@/lib/visit-link'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  token: z.string('request_invalid'),
  slot: z.iso.datetime('slot_invalid').transform((text) => new Date(text).toISOString()),
})

/** A patient whose visit will not take place asks for another hour of the same doctor, with what they told us before. */
export async function bookAgainAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ requestId, token, slot: startsAt }) => {
    const id = await visitOf(token)
    const visit = id ? await findVisit(db(), id) : undefined
    if (!visit) notFound()
    if (visit.status !== 'ended') return [{ field: null, name: 'appointment_not_ended' }]
    const [{ name, email, phone, language }, holder] = await Promise.all([
      getPatientById(db(), visit.patientId),
      findBrowserId(),
    ])
    const visitTypeId = visit.visitTypeId ?? undefined
    const patient = { name, email, phone, language }
    const request = { requestId, doctorSlug: visit.doctor.slug, visitTypeId, startsAt, holder, patient }
    const result = await createAppointment(db(), request, new Date().toISOString())
    if (!result.ok) return [{ field: 'slot', name: result.refused, data: result.data }]
    after(relayNow)
    redirect(`/visits/${await signVisit(result.value.appointmentId)}` as Route)
  })
}
