'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { sendNewLink } from '@/lib/commands/visit/send-new-link'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { renderNewLink } from '@/lib/mails/new-link-mail'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { filledIn, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { visitUrl } from '@/lib/web/visit-link'
import { deliverOnce } from '../deliver-once'
import { mayPress } from '../may-press'

const link = form({ token: filledIn(1_000) })

/**
 * A patient gave their link away: it opens nothing from now on, and another goes to the address of the booking. It is not
 * shown, since whoever presses may be the one it was given to.
 */
export async function sendNewLinkAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('sendNewLink', String(data.get('token')))
  return formAction(link, data, async () => {
    const [{ patientId, doctorId, startsAt }, clinic] = await Promise.all([
      getSlot(db(), appointmentId),
      getClinic(db()),
    ])
    const doctor = await getDoctorById(db(), doctorId)
    const facts = { startsAt, doctor, clinic }
    const sent = await sendNewLink(
      db(),
      { appointmentId, contactId: patientId },
      (token, { channel, patient }) =>
        renderNewLink(channel, visitUrl(token), { ...facts, language: patient.language, patientName: patient.name }),
      isoNow(),
    )
    if (!sent.ok) return [refusedAt(null, sent)]
    const { key } = sent.value
    after(() => deliverOnce(key))
    redirect('/my-visits?link=sent' as Route)
  })
}
