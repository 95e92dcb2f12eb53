import ical, { ICalAlarmType, ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'
import { createTranslator } from 'use-intl/core'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { lowerFirst } from '@/lib/domain/people/lower-first'
import type { specialties } from '@/lib/domain/people/specialties'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { placeOf, visitObject } from './visit-object'

/** A visit as its patient keeps it. */
export type PatientVisit = {
  appointmentId: string
  slot: { startsAt: string; endsAt: string }
  doctor: { name: string; form: 'Dre' | 'Dr'; specialty: string }
  patient: { name: string; email: string | null; language: 'fr' | 'en' }
  clinic: { name: string; address: string; phone: string }
  /** What to bring, and how to prepare; empty where nothing is asked. */
  instructions: { fr: string; en: string }
  /** What their calendar holds or is to hold, and when what it tells of was recorded (ISO instant). */
  invitation: { isConfirmed: boolean; sequence: number; madeAt: string } | null
  links: { visit: string }
  /** The address that the clinic's mails come from. */
  sender: string
}

/** A day before, and an hour, in seconds. */
const alarmsBefore = [24 * 60 * 60, 60 * 60]

/**
 * The visit as an iCalendar invitation, its cancellation, or a file to keep (RFC 5545, RFC 5546), in its patient's
 * language. All say the same of it, whatever mail they come with. Nothing when the patient was never invited; a file to
 * keep invites nobody.
 */
export function visitIcs(facts: PatientVisit, method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): string | null {
  const { appointmentId, slot, clinic, sender, patient, invitation, links } = facts
  if (!invitation) return null
  const { isConfirmed, ...told } = invitation
  const { summary, description } = wordsOf(facts)
  const isOff = method === 'CANCEL'
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: 'carnet', product: 'carnet' } })
  calendar.createEvent({
    ...visitObject({
      appointmentId,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      status: isOff ? 'cancelled' : isConfirmed ? 'confirmed' : 'tentative',
      ...told,
      summary,
      location: placeOf(clinic),
      url: links.visit,
    }),
    description,
    alarms: isOff
      ? []
      : alarmsBefore.map((trigger) => ({ type: ICalAlarmType.display, trigger, description: summary })),
    organizer: { name: asParameter(clinic.name), email: sender },
    attendees: method === 'PUBLISH' || patient.email === null ? [] : [attendee(patient.name, patient.email)],
  })
  return calendar.toString()
}

/** With whom it is; then what to bring, whom to call, and where to move or cancel it. */
function wordsOf({ doctor, patient: { language }, clinic, instructions, links }: PatientVisit) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const specialty = lowerFirst(t(`specialty.${doctor.specialty as (typeof specialties)[number]}`))
  const asked = instructions[language]
  const description = [
    ...(asked ? [t('calendar_file.prepare', { instructions: asked })] : []),
    t('calendar_file.description', { phone: clinic.phone, link: links.visit }),
  ]
  return {
    summary: t('calendar_file.summary', { doctor: doctorName(doctor, language), specialty }),
    description: description.join('\n'),
  }
}

/** A visit is agreed on by booking it; the calendar need not ask. */
function attendee(name: string, email: string) {
  return {
    name: asParameter(name),
    email,
    rsvp: false,
    status: ICalAttendeeStatus.ACCEPTED,
    role: ICalAttendeeRole.REQ,
  }
}

/**
 * A parameter has no way to hold a quotation mark or a line's end (RFC 5545, 3.2); escaped, what follows would count as
 * more.
 */
function asParameter(text: string): string {
  return text.replaceAll('"', '’').replace(/\p{Cc}+/gu, ' ')
}
