'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { channelNames, channels } from '@/lib/domain/messages/channels'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { getPatientById } from '@/lib/queries/people/patients'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { visitPath } from '@/lib/views/visit-path'
import { choice, email, type Field, filledIn, form, id, read } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { deliverOnce } from '../deliver-once'
import { answered, doubtAbout, takeInstead } from '../doubtful-address'
import { mayPress } from '../may-press'
import { textable } from '../phone-field'

const asked = { requestId: id(), token: filledIn(1_000), channel: choice(channelNames), ...answered }
const nothing: Field<string | null> = read(filledIn(1_000), () => null)

/** A patient leaves another address on the page of their visit, or has it said again at the same: it is sent there. */
export async function correctContactAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('correctContact', String(data.get('token')))
  const { reachedBy } = channels[data.get('channel') === 'sms' ? 'sms' : 'mail']
  takeInstead(data, 'email')
  const left = data.has('again') ? null : reachedBy
  const fields = form({
    ...asked,
    email: left === 'email' ? email() : nothing,
    phone: left === 'phone' ? textable() : nothing,
  })
  return formAction(fields, data, async ({ requestId, channel, sure, ...typed }) => {
    const doubt = typed.email && doubtAbout(typed.email, sure, 'email')
    if (doubt) return [doubt]
    const { patientId } = await getSlot(db(), appointmentId)
    const known = (await getPatientById(db(), patientId))[reachedBy]
    const address = typed.email ?? typed.phone ?? known
    if (!address) return [{ field: 'phone', name: 'sms_needs_number' }]
    const by = { role: 'patient', id: patientId } as const
    const request = { requestId, appointmentId, by, channel, to: address }
    const result = await correctContact(db(), request, renderContactChanged, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    const { notice } = result.value
    if (notice) after(() => deliverOnce(notice))
    after(relayNow)
    redirect(visitPath(await visitToken(db(), result.value, isoNow())))
  })
}
