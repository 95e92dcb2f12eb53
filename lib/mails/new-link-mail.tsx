import { createTranslator } from 'use-intl/core'
import type { Channel } from '@/lib/domain/messages/channels'
import { doctorName, theDoctor } from '@/lib/domain/people/doctor-name'
import { dayOf, spokenClock, spokenDayAndClock } from '@/lib/views/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { mailDay, renderVisitMail } from './render-visit-mail'
import { clipped, inSmsLetters } from './sms-letters'

type LinkedVisit = {
  language: 'fr' | 'en'
  patientName: string
  startsAt: string
  doctor: { name: string; form: 'Dre' | 'Dr' }
  clinic: { name: string; address: string; phone: string; timeZone: string }
}

/** Returns the message that brings a new link to a visit, as its channel puts it. */
export async function renderNewLink(
  channel: Channel,
  href: string,
  { language, patientName, startsAt, doctor, clinic }: LinkedVisit,
) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const place = { locale: language, timeZone: clinic.timeZone }
  const values = {
    when: spokenDayAndClock(startsAt, place),
    day: dayOf(startsAt, place),
    time: spokenClock(startsAt, place),
    patient: patientName,
    theDoctor: theDoctor(doctor, language),
    clinic: clinic.name,
    phone: clinic.phone,
  }
  if (channel === 'sms') {
    const text = inSmsLetters(`${t('new_link.text', { ...values, clinic: clipped(clinic.name) })}\n${href}`)
    return { subject: '', text, html: null, ics: null }
  }
  const say = (part: 'subject' | 'title' | 'body' | 'footer') => t(`new_link.${part}`, values)
  const { html, text } = await renderVisitMail({
    language,
    clinic,
    tone: 'open',
    title: say('title'),
    body: say('body'),
    visit: {
      day: mailDay(startsAt, place),
      when: values.when,
      patient: patientName,
      at: t('mail.at', values),
      about: t('mail.about_patient', values),
    },
    links: [{ label: t('mail.button.visit'), href }],
    rows: [
      { label: t('visit.with'), value: doctorName(doctor, language) },
      { label: t('visit.where'), value: clinic.address },
    ],
    footer: say('footer'),
  })
  return { subject: say('subject'), text, html, ics: null }
}
