'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { db } from '@/lib/db/client'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { type BookingWarning, listBookingWarnings } from '@/lib/queries/visit/booking-warnings'
import { actorOf } from '@/lib/web/actor'
import { choice, emailIfAny, filledIn, form, id, optional, text } from '@/lib/web/fields'
import { type Done, formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { readLocale } from '@/lib/web/i18n'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { birthDate } from '../birth-date-field'
import { answered, doubtAbout, takeInstead } from '../doubtful-address'
import { mayPress } from '../may-press'
import { phone } from '../phone-field'
import { hourFields, readHour } from './booked-hour'
import { readTell } from './booked-tell'

const booking = form({
  requestId: id(),
  type: id('visit_type_unknown'),
  ...hourFields,
  patient: optional(id('patient_unknown')),
  name: text({ limit: 'personName', tooLong: 'name_too_long' }),
  email: emailIfAny(),
  ...answered,
  phone: phone(),
  birthDate: birthDate(),
  mail: optional(choice(['on'])),
  sms: optional(choice(['on'])),
  /** The warnings that were read before this press. */
  seen: filledIn(200),
  /** Why it is to lie over another appointment. */
  reason: text({ limit: 'words' }),
})

/**
 * Somebody of the clinic books for a patient, on the phone or at the desk. What is unusual about the hour is said first,
 * and booked with a second press.
 */
export async function bookForAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const admitted = await mayPress('bookFor')
  const doctor = await requireNamedDoctor(admitted.doctor, String(data.get('doctor')))
  takeInstead(data, 'email')
  let warned = ''
  const answer = await formAction(
    booking,
    data,
    async ({ requestId, type, patient: known, seen, ...asked }): Promise<Done> => {
      const hour = readHour(asked, doctor.timeZone)
      if (!hour.ok) return [hour.refusal]
      const { name, email, phone, birthDate } = asked
      if (!known && !name) return [{ field: 'name', name: 'patient_name_missing' }]
      const doubt = !known && email && doubtAbout(email, asked.sure, 'email')
      if (doubt) return [doubt]
      const tell = readTell(asked, { isKnown: known !== undefined, email, phone })
      if (!tell.ok) return [tell.refusal]
      const now = isoNow()
      const warnings = await warningsOf(doctor, { type, startsAt: hour.startsAt, known }, now)
      warned = warnings.length > 0 ? [hour.startsAt, ...warnings].join() : ''
      if (warned && warned !== seen) return [{ field: 'slot', name: 'booking_unusual' }]
      if (warnings.includes('over') && !asked.reason) return [{ field: 'reason', name: 'overbook_reason_missing' }]
      const language = await readLocale()
      const request = {
        requestId,
        doctorSlug: doctor.slug,
        visitTypeId: type,
        startsAt: hour.startsAt,
        by: actorOf(admitted),
        tell: tell.channels,
        overbook: asked.reason || undefined,
        patient: known ? { id: known } : { name, email, phone: phone?.number ?? null, birthDate, language },
      }
      const result = await createAppointment(db(), request, now)
      if (!result.ok) return [refusedAt(result.refused === 'patient_unknown' ? null : 'slot', result)]
      after(relayNow)
      const day = clinicDayOf(hour.startsAt, doctor.timeZone)
      const whose = admitted.doctor ? '' : `&doctor=${doctor.slug}`
      redirect(`/day?date=${day}${whose}&booked=${result.value.appointmentId}` as Route)
    },
  )
  return { ...answer, values: { ...answer.values, warned } }
}

type Asked = { type: string; startsAt: string; known: string | undefined }

async function warningsOf(
  doctor: ScheduledDoctor,
  { type, startsAt, known: patientId }: Asked,
  now: string,
): Promise<BookingWarning[]> {
  const visitType = doctor.visitTypes.find(({ id }) => id === type)
  return visitType ? listBookingWarnings(db(), { doctor, visitType, startsAt, patientId }, now) : []
}
