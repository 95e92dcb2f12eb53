import { createTranslator } from 'use-intl/core'
import { dayAndClock } from '@/lib/views/wording'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { renderVisitMail } from './render-visit-mail'

type DigestMail = {
  doctor: { email: string; language: 'fr' | 'en' }
  clinic: { name: string; phone: string; timeZone: string }
  /** The requests that wait, in the order of the clock; instants are ISO strings. */
  requests: readonly { startsAt: string; patientName: string; visitType: { fr: string; en: string } | null }[]
  /** The doctor's calendar. */
  href: string
}

/** Returns the mail that tells a doctor of several requests at once. */
export async function renderDigestMail({ doctor, clinic, requests, href }: DigestMail) {
  const { language } = doctor
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const place = { locale: language, timeZone: clinic.timeZone }
  const count = requests.length
  const [subject, title, body] = (['subject', 'title', 'body'] as const).map((part) =>
    t(`request_digest.${part}`, { count }),
  ) as [string, string, string]
  const rows = requests.map(({ startsAt, patientName, visitType }) => ({
    label: dayAndClock(startsAt, place),
    value: [patientName, visitType?.[language]].filter(Boolean).join(' · '),
  }))
  const links = [{ label: t('mail.button.calendar'), href }]
  const footer = t('request_digest.footer')
  const { html, text } = await renderVisitMail({ language, clinic, tone: 'open', title, body, links, rows, footer })
  return { to: doctor.email, subject, text, html, ics: null }
}
