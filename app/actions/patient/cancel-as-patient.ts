'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { visitPath } from '@/lib/views/visit-path'
import { filledIn, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const visit = form({ requestId: id(), token: filledIn(1_000) })

/** Patients cancel their visit: whoever holds its link may. */
export async function cancelAsPatientAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('cancelAsPatient', String(data.get('token')))
  return formAction(visit, data, async ({ requestId, token }) => {
    const { patientId } = await getSlot(db(), appointmentId)
    const by = { role: 'patient', id: patientId } as const
    const request = { requestId, appointmentId, by, reason: null }
    const result = await cancelAppointment(db(), request, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    redirect(visitPath(token))
  })
}
