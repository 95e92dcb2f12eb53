'use server'

import { redirect } from 'next/navigation'
import { appointmentIdOf } from '@/lib/commands/visit/create-appointment'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { findVisit } from '@/lib/queries/visit/visits'
import { visitPath } from '@/lib/views/visit-path'
import { proof, provenId } from '@/lib/web/booking-proof'
import { form, id } from '@/lib/web/fields'
import { readForm } from '@/lib/web/form-action'
import { mayPress } from '../may-press'

const request = form({ requestId: id(), proof: proof() })

/** Whoever goes back to the form of a visit they have booked is led on to it; for anybody else nothing happens. */
export async function resumeBookingAction(sent: { requestId: string; proof: string }): Promise<void> {
  await mayPress('resumeBooking')
  const asked = readForm(request, sent)
  const booked = asked.ok && (await findVisit(db(), appointmentIdOf(provenId(asked.value))))
  if (!booked) return
  redirect(visitPath(await visitToken(db(), { appointmentId: booked.id, contactId: booked.patientId }, isoNow())))
}
