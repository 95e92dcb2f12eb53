import { createTranslator } from 'use-intl/core'
import { type Channel, channels, type PatientMessageKind, type PatientWord } from '@/lib/domain/messages/channels'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { visitIcs } from '@/lib/ics/visit-ics'
import { dayOf, shortWeekdayAndClock, spokenClock, spokenDayAndClock } from '@/lib/views/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import type { MailedVisit } from './mailed-visit'
import { mailDay, renderVisitMail } from './render-visit-mail'
import { clipped, inSmsLetters } from './sms-letters'
import type { MailTone } from './visit-mail'

/** What is said by mail, to whom, how the visit then stands, and whether it changes the patient's own calendar. */
export const mailKinds = {
  requested: { to: 'patient', tone: 'open', links: ['visit'], ics: null },
  confirmed: { to: 'patient', tone: 'sure', links: ['file', 'map'], ics: 'REQUEST' },
  confirmation_withdrawn: { to: 'patient', tone: 'open', links: ['visit'], ics: 'REQUEST' },
  not_booked: { to: 'patient', tone: 'off', links: ['home'], ics: 'CANCEL' },
  moved: { to: 'patient', tone: 'sure', links: ['file', 'map'], ics: 'REQUEST' },
  not_moved: { to: 'patient', tone: 'open', links: ['visit'], ics: 'REQUEST' },
  cancelled: { to: 'patient', tone: 'off', links: ['home'], ics: 'CANCEL' },
  declined: { to: 'patient', tone: 'off', links: ['home'], ics: null },
  reminder: { to: 'patient', tone: 'sure', links: ['file', 'map'], ics: null },
  no_show: { to: 'patient', tone: 'off', links: ['home'], ics: null },
  request_to_confirm: { to: 'doctor', tone: 'open', links: ['calendar'], ics: null },
  booked: { to: 'doctor', tone: 'sure', links: ['calendar'], ics: null },
  request_withdrawn: { to: 'doctor', tone: 'off', links: ['calendar'], ics: null },
  not_confirmed: { to: 'doctor', tone: 'open', links: ['calendar'], ics: null },
  moved_doctor: { to: 'doctor', tone: 'sure', links: ['calendar'], ics: null },
  move_withdrawn: { to: 'doctor', tone: 'open', links: ['calendar'], ics: null },
  cancelled_doctor: { to: 'doctor', tone: 'off', links: ['calendar'], ics: null },
} as const satisfies Record<PatientWord, MailShape> & Record<string, MailShape>

type MailShape = {
  to: 'patient' | 'doctor'
  tone: MailTone
  links: readonly (keyof MailedVisit['links'])[]
  ics: 'REQUEST' | 'CANCEL' | null
}
export type MailKind = keyof typeof mailKinds

/** What is said, and how. Only mail speaks to doctors. */
export type Said = { channel: 'mail'; word: MailKind } | { channel: Channel; word: PatientWord }

/** What a message is called where messages are kept. */
export type MessageKind = MailKind | PatientMessageKind

export type Rendered = { to: string; subject: string; text: string; html: string | null; ics: string | null }

/** Returns whom something is said to. */
export function readerOf(said: Said): 'patient' | 'doctor' {
  return said.channel === 'mail' ? mailKinds[said.word].to : 'patient'
}

/** Returns what a message is called where messages are kept: what it says, and of which channel it is. */
export function kindOf({ channel, word }: Said): MessageKind {
  return `${channels[channel].kindPrefix}${word}` as MessageKind
}

/** Returns a message in its reader's language, ready to be sent. Throws when they left nothing that the channel could reach. */
export async function renderMessage(said: Said, facts: MailedVisit): Promise<Rendered> {
  return said.channel === 'mail' ? renderMail(said.word, facts) : shortly[said.channel](said.word, facts)
}

/** How the channels beside mail put it. */
const shortly: Record<Exclude<Channel, 'mail'>, typeof renderText> = { sms: renderText }

/** Returns a mail in its reader's language. The same facts give the same bytes. Throws when they left no address. */
export async function renderMail(kind: MailKind, facts: MailedVisit): Promise<Rendered> {
  const { to, tone, links, ics } = mailKinds[kind]
  const reader = facts[to]
  if (reader.email === null) throw new Error('no address to send to')
  const { t, values, place } = wording(facts, reader.language)
  const say = (part: 'subject' | 'title' | 'body') => t(`mail.${kind}.${part}`, values)
  const canChange = to === 'patient' && tone === 'sure'
  const { html, text } = await renderVisitMail({
    language: reader.language,
    clinic: facts.clinic,
    tone,
    title: say('title'),
    body: say('body'),
    visit: {
      day: mailDay(facts.slot.startsAt, place),
      when: values.when,
      patient: values.patient,
      at: t('mail.at', values),
      about: t(`mail.about_${to}`, values),
    },
    links: links.map((link) => ({ label: t(`mail.button.${link}`), href: facts.links[link] })),
    rows: mailRows(kind, facts, { t, values, place }),
    ...(canChange && {
      change: { label: t('mail.change'), href: facts.links.visit, rule: t('mail.rule', values) },
    }),
    footer: t('mail.footer', { ...values, reference: facts.appointmentId.slice(0, 8).toUpperCase() }),
  })
  return { to: reader.email, subject: say('subject'), text, html, ics: ics && visitIcs(facts, ics) }
}

/** What is known of the visit, as its reader needs it. */
function mailRows(kind: MailKind, facts: MailedVisit, { t, values, place }: ReturnType<typeof wording>) {
  const { to, tone } = mailKinds[kind]
  const isOfPatient = to === 'patient'
  const type = facts.visitType?.[facts[to].language]
  const asked = isOfPatient && tone !== 'off' ? facts.instructions[facts[to].language] : ''
  return [
    { label: t('visit.for'), value: values.patient },
    ...(type ? [{ label: t('visit.type'), value: type }] : []),
    ...(isOfPatient ? [{ label: t('visit.with'), value: values.doctor }] : []),
    ...(isOfPatient ? [{ label: t('visit.where'), value: facts.clinic.address }] : []),
    ...(asked ? [{ label: t('profile.prepare'), value: asked }] : []),
    ...(facts.reason ? [{ label: t('visit.reason'), value: facts.reason }] : []),
    ...facts.nearest.map(({ startsAt }, index) => ({
      label: index === 0 ? t('visit.nearest') : '',
      value: upperFirst(spokenDayAndClock(startsAt, place)),
    })),
  ]
}

/**
 * Returns an SMS to the patient, which leads to their visit's page: in a phone's own letters, two parts at most. Throws
 * when they left no number.
 */
export function renderText(word: PatientWord, facts: MailedVisit): Rendered {
  const { patient, links } = facts
  if (patient.phone === null) throw new Error('no number to send to')
  const clinic = { ...facts.clinic, name: clipped(facts.clinic.name) }
  const doctor = { ...facts.doctor, name: clipped(facts.doctor.name.split(' ').at(-1) ?? '') }
  const { t, values } = wording({ ...facts, clinic, doctor }, patient.language)
  const text = inSmsLetters(`${t(`sms.${word}`, values)}\n${links.visit}`)
  return { to: patient.phone, subject: '', text, html: null, ics: null }
}

function wording({ slot, movedFrom, doctor, patient, clinic, isLate }: MailedVisit, locale: 'fr' | 'en') {
  const place = { locale, timeZone: clinic.timeZone }
  const t = createTranslator({ locale, messages: locale === 'fr' ? fr : en })
  const values = {
    when: spokenDayAndClock(slot.startsAt, place),
    before: spokenDayAndClock(movedFrom?.startsAt ?? slot.startsAt, place),
    day: dayOf(slot.startsAt, place),
    time: spokenClock(slot.startsAt, place),
    short: shortWeekdayAndClock(slot.startsAt, place),
    doctor: doctorName(doctor, locale),
    theDoctor: theDoctor(doctor, locale),
    TheDoctor: upperFirst(theDoctor(doctor, locale)),
    ofTheDoctor: ofTheDoctor(doctor, locale),
    patient: patient.name,
    clinic: clinic.name,
    phone: clinic.phone,
    late: isLate ? 'yes' : 'no',
    hours: clinic.noticeHours,
  }
  return { t, values, place }
}
