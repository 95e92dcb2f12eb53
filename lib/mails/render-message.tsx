import { render } from 'react-email'
import { createTranslator } from 'use-intl/core'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { clock, dayAndClock, dayOf } from '@/lib/domain/schedule/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import type { VisitFacts } from './visit-facts'
import { visitIcs } from './visit-ics'
import { VisitMail } from './visit-mail'

/** What is said by mail, to whom, and whether it changes the patient's own calendar. */
export const mailKinds = {
  requested: { to: 'patient', button: 'visit', ics: null },
  confirmed: { to: 'patient', button: 'visit', ics: 'REQUEST' },
  confirmation_withdrawn: { to: 'patient', button: 'visit', ics: 'REQUEST' },
  not_booked: { to: 'patient', button: 'home', ics: null },
  moved: { to: 'patient', button: 'visit', ics: 'REQUEST' },
  not_moved: { to: 'patient', button: 'visit', ics: 'REQUEST' },
  cancelled: { to: 'patient', button: 'home', ics: 'CANCEL' },
  declined: { to: 'patient', button: 'home', ics: null },
  reminder: { to: 'patient', button: 'visit', ics: null },
  no_show: { to: 'patient', button: 'home', ics: null },
  request_to_confirm: { to: 'doctor', button: 'calendar', ics: null },
  request_withdrawn: { to: 'doctor', button: 'calendar', ics: null },
  not_confirmed: { to: 'doctor', button: 'calendar', ics: null },
  moved_doctor: { to: 'doctor', button: 'calendar', ics: null },
  move_withdrawn: { to: 'doctor', button: 'calendar', ics: null },
  cancelled_doctor: { to: 'doctor', button: 'calendar', ics: null },
} as const satisfies Record<string, { to: 'patient' | 'doctor'; button: string; ics: 'REQUEST' | 'CANCEL' | null }>
export type MailKind = keyof typeof mailKinds

/** What is said by SMS, always to the patient. */
export const textKinds = [
  'requested',
  'confirmed',
  'confirmation_withdrawn',
  'not_booked',
  'moved',
  'not_moved',
  'cancelled',
  'declined',
  'reminder',
  'no_show',
] as const
export type TextKind = (typeof textKinds)[number]

export type Rendered = { to: string; subject: string; text: string; html: string | null; ics: string | null }

/** A mail in its reader's language. The same facts give the same bytes. */
export async function renderMail(kind: MailKind, facts: VisitFacts): Promise<Rendered> {
  const { to, button, ics } = mailKinds[kind]
  const reader = facts[to]
  const { t, values, place } = wording(facts, reader.language)
  const say = (part: 'subject' | 'title' | 'body') => t(`mail.${kind}.${part}`, values)
  const rows = [
    { label: t('visit.when'), value: values.when },
    { label: t('visit.with'), value: to === 'patient' ? values.doctor : values.patient },
    { label: t('visit.where'), value: facts.clinic.address },
    ...(facts.reason ? [{ label: t('visit.reason'), value: facts.reason }] : []),
    ...facts.nearest.map(({ startsAt }, index) => ({
      label: index === 0 ? t('visit.nearest') : '',
      value: dayAndClock(startsAt, place),
    })),
  ]
  const link = { label: t(`mail.button.${button}`), href: facts.links[button] }
  const footer = t('mail.footer', { clinic: facts.clinic.name, phone: facts.clinic.phone })
  const shown = { title: say('title'), body: say('body'), rows, link, footer, language: reader.language }
  const html = await render(<VisitMail {...shown} />)
  const lines = rows.map(({ label, value }) => (label ? `${label}: ${value}` : `  ${value}`))
  const text = [shown.title, '', shown.body, '', ...lines, '', `${link.label}: ${link.href}`, '', '-- ', footer].join(
    '\n',
  )
  return { to: reader.email, subject: say('subject'), text, html, ics: ics && visitIcs(facts, say('title'), ics) }
}

/** An SMS to the patient; `link` leads one who has no mail to their visit's page. Throws when they left no number. */
export function renderText(kind: TextKind, facts: VisitFacts, link: string | null = null): Rendered {
  if (facts.patient.phone === null) throw new Error('no number to send to')
  const { t, values } = wording(facts, facts.patient.language)
  const text = [t(`sms.${kind}`, values), ...(link ? [link] : [])].join('\n')
  return { to: facts.patient.phone, subject: '', text, html: null, ics: null }
}

function wording({ slot, movedFrom, doctor, patient, clinic }: VisitFacts, locale: 'fr' | 'en') {
  const place = { locale, timeZone: clinic.timeZone }
  const t = createTranslator({ locale, messages: locale === 'fr' ? fr : en })
  const values = {
    when: dayAndClock(slot.startsAt, place),
    before: dayAndClock(movedFrom?.startsAt ?? slot.startsAt, place),
    day: dayOf(slot.startsAt, place),
    time: clock(slot.startsAt, place),
    doctor: doctorName(doctor, locale),
    theDoctor: theDoctor(doctor, locale),
    TheDoctor: upperFirst(theDoctor(doctor, locale)),
    ofTheDoctor: ofTheDoctor(doctor, locale),
    patient: patient.name,
    clinic: clinic.name,
    phone: clinic.phone,
  }
  return { t, values, place }
}
