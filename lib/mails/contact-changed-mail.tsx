import { createTranslator } from 'use-intl/core'
import type { Channel } from '@/lib/domain/messages/channels'
import { doctorName, theDoctor } from '@/lib/domain/people/doctor-name'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import { dayOf, spokenClock, spokenDayAndClock } from '@/lib/views/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { renderVisitMail } from './render-visit-mail'
import { clipped, inSmsLetters } from './sms-letters'

/** What may be said to an address that is no longer the visit's: neither the new one, nor the way to its page. */
export type FormerVisit = {
  language: 'fr' | 'en'
  startsAt: string
  doctor: { name: string; form: 'Dre' | 'Dr' }
  clinic: { name: string; address: string; phone: string; timeZone: string }
}

/** Returns the message to a former address that a visit's messages go elsewhere from now on, as its channel puts it. */
export async function renderContactChanged(channel: Channel, { language, startsAt, doctor, clinic }: FormerVisit) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const place = { locale: language, timeZone: clinic.timeZone }
  const phone = shownPhone(clinic.phone)
  const values = {
    when: spokenDayAndClock(startsAt, place),
    day: dayOf(startsAt, place),
    time: spokenClock(startsAt, place),
    theDoctor: theDoctor(doctor, language),
    clinic: clinic.name,
    phone,
  }
  if (channel === 'sms') {
    const text = inSmsLetters(t('contact_changed.text', { ...values, clinic: clipped(clinic.name) }))
    return { subject: '', text, html: null, ics: null }
  }
  const say = (part: 'subject' | 'title' | 'body' | 'footer') => t(`contact_changed.${part}`, values)
  const { html, text } = await renderVisitMail({
    language,
    clinic,
    tone: 'open',
    title: say('title'),
    body: say('body'),
    links: [{ label: t('contact_changed.call', { phone }), href: `tel:${clinic.phone.replaceAll(' ', '')}` }],
    rows: [
      { label: t('visit.when'), value: values.when },
      { label: t('visit.with'), value: doctorName(doctor, language) },
      { label: t('visit.where'), value: clinic.address },
    ],
    footer: say('footer'),
  })
  return { subject: say('subject'), text, html, ics: null }
}
