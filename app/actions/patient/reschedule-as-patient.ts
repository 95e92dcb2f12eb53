'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { visitPath } from '@/lib/views/visit-path'
import { filledIn, form, id, instant } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const hour = form({ requestId: id(), token: filledIn(1_000), slot: instant('slot_invalid') })

/** Patients move their visit to another hour of the same doctor: whoever holds its link may. */
export async function rescheduleAsPatientAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('rescheduleAsPatient', String(data.get('token')))
  return formAction(hour, data, async ({ requestId, token, slot: startsAt }) => {
    const { patientId } = await getSlot(db(), appointmentId)
    const by = { role: 'patient', id: patientId } as const
    const request = { requestId, appointmentId, by, startsAt }
    const result = await rescheduleAppointment(db(), request, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    redirect(visitPath(token))
  })
}
