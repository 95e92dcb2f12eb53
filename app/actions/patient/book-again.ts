'use server'

import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getPatientById } from '@/lib/queries/people/patients'
import { findVisit } from '@/lib/queries/visit/visits'
import { visitPath } from '@/lib/views/visit-path'
import { provenId } from '@/lib/web/booking-proof'
import { filledIn, form, id, instant } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const hour = form({ requestId: id(), token: filledIn(1_000), slot: instant('slot_invalid') })

/**
 * A patient whose visit will not take place asks for another hour of the same doctor, with what they told us before.
 */
export async function bookAgainAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('bookAgain', String(data.get('token')))
  return formAction(hour, data, async ({ requestId, token, slot: startsAt }) => {
    const visit = await findVisit(db(), appointmentId)
    if (!visit) notFound()
    if (visit.status !== 'ended') return [{ field: null, name: 'appointment_not_ended' }]
    const { name, email, phone, language } = await getPatientById(db(), visit.patientId)
    const visitTypeId = visit.visitTypeId ?? undefined
    const patient = { name, email, phone, language }
    // The link is the proof: with the request's id alone nobody is led to the visit it made.
    const proven = provenId({ requestId, proof: token })
    const request = { requestId: proven, doctorSlug: visit.doctor.slug, visitTypeId, startsAt, patient }
    const result = await createAppointment(db(), request, isoNow())
    if (!result.ok) return [refusedAt('slot', result)]
    after(relayNow)
    redirect(visitPath(await visitToken(db(), result.value, isoNow())))
  })
}
