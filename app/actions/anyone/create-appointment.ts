'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { channelNames, channels } from '@/lib/domain/messages/channels'
import { isoNow } from '@/lib/iso-now'
import { visitPath } from '@/lib/views/visit-path'
import { holderOf, proof, provenId } from '@/lib/web/booking-proof'
import { choice, email, filledIn, form, id, instant, optional, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { readLocale } from '@/lib/web/i18n'
import { offeredChannels } from '@/lib/web/offered-channels'
import { answered, doubtAbout, takeInstead } from '../doubtful-address'
import { mayPress } from '../may-press'
import { phone } from '../phone-field'

const booking = form({
  requestId: id(),
  proof: proof(),
  doctor: filledIn(100, 'doctor_unknown'),
  type: optional(id('visit_type_unknown')),
  slot: instant('slot_invalid'),
  name: text({ limit: 'personName', missing: 'patient_name_missing', tooLong: 'name_too_long' }),
  email: email(),
  ...answered,
  phone: phone(),
  tell: optional(choice([...channelNames, 'all'])),
})

/** A guest asks for an hour: recorded, then on to the page of the visit. */
export async function createAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('createAppointment')
  takeInstead(data, 'email')
  return formAction(
    booking,
    data,
    async ({
      requestId,
      proof,
      doctor: doctorSlug,
      type: visitTypeId,
      slot: startsAt,
      tell = 'all',
      phone,
      sure,
      ...patient
    }) => {
      const doubt = doubtAbout(patient.email, sure, 'email')
      if (doubt) return [doubt]
      if (tell !== 'all' && channels[tell].reachedBy === 'phone' && !phone)
        return [{ field: 'phone', name: 'sms_needs_number' }]
      const language = await readLocale()
      const wanted = offeredChannels().filter((channel) => tell === 'all' || tell === channel)
      if (wanted.includes('sms') && phone && !phone.takesSms) return [{ field: 'phone', name: 'phone_no_sms' }]
      const request = {
        requestId: provenId({ requestId, proof }),
        doctorSlug,
        visitTypeId,
        startsAt,
        holder: holderOf(proof),
        tell: wanted,
        patient: { ...patient, phone: phone?.number ?? null, language },
      }
      const result = await createAppointment(db(), request, isoNow())
      if (!result.ok) return [refusedAt('slot', result)]
      after(relayNow)
      redirect(visitPath(await visitToken(db(), result.value, isoNow())))
    },
  )
}
