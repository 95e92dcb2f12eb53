import { render } from 'react-email'
import { createTranslator } from 'use-intl/core'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { clock, dayAndClock, dayOf } from '@/lib/domain/schedule/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import type { VisitFacts } from './visit-facts'
import { visitIcs } from './visit-ics'
import { VisitMail } from './visit-mail'

/** What is said, and to whom. */
export const mailKinds = {
  requested: { to: 'patient', button: 'visit', ics: false },
  confirmed: { to: 'patient', button: 'visit', ics: true },
  confirmation_withdrawn: { to: 'patient', button: 'visit', ics: false },
  not_booked: { to: 'patient', button: 'home', ics: false },
  request_to_confirm: { to: 'doctor', button: 'calendar', ics: false },
  request_withdrawn: { to: 'doctor', button: 'calendar', ics: false },
  not_confirmed: { to: 'doctor', button: 'calendar', ics: false },
} as const
export type MailKind = keyof typeof mailKinds

export type Rendered = { to: string; subject: string; text: string; html: string | null; ics: string | null }

/** A mail in its reader's language. The same facts give the same bytes. */
export async function renderMail(kind: MailKind, facts: VisitFacts): Promise<Rendered> {
  const { to, button, ics } = mailKinds[kind]
  const reader = facts[to]
  const { t, values } = wording(facts, reader.language)
  const say = (part: 'subject' | 'title' | 'body') => t(`mail.${kind}.${part}`, values)
  const rows = [
    { label: t('visit.when'), value: values.when },
    { label: t('visit.with'), value: to === 'patient' ? values.doctor : values.patient },
    { label: t('visit.where'), value: facts.clinic.address },
  ]
  const link = { label: t(`mail.button.${button}`), href: facts.links[button] }
  const footer = t('mail.footer', { clinic: facts.clinic.name, phone: facts.clinic.phone })
  const shown = { title: say('title'), body: say('body'), rows, link, footer, language: reader.language }
  const html = await render(<VisitMail {...shown} />)
  const lines = rows.map(({ label, value }) => `${label}: ${value}`)
  const text = [shown.title, '', shown.body, '', ...lines, '', `${link.label}: ${link.href}`, '', '-- ', footer].join(
    '\n',
  )
  return { to: reader.email, subject: say('subject'), text, html, ics: ics ? visitIcs(facts, say('title')) : null }
}

/** The SMS that a visit is confirmed. Throws when the patient left no number. */
export function renderText(facts: VisitFacts): Rendered {
  if (facts.patient.phone === null) throw new Error('no number to send to')
  const { t, values } = wording(facts, facts.patient.language)
  const text = t('sms.confirmed', values)
  return { to: facts.patient.phone, subject: '', text, html: null, ics: null }
}

function wording({ slot, doctor, patient, clinic }: VisitFacts, locale: 'fr' | 'en') {
  const place = { locale, timeZone: clinic.timeZone }
  const t = createTranslator({ locale, messages: locale === 'fr' ? fr : en })
  const values = {
    when: dayAndClock(slot.startsAt, place),
    day: dayOf(slot.startsAt, place),
    time: clock(slot.startsAt, place),
    doctor: doctorName(doctor, locale),
    theDoctor: theDoctor(doctor, locale),
    ofTheDoctor: ofTheDoctor(doctor, locale),
    patient: patient.name,
    clinic: clinic.name,
    phone: clinic.phone,
  }
  return { t, values }
}
