import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { renderVisitMail } from './render-visit-mail'

type TrialMail = { language: 'fr' | 'en'; clinic: { name: string; phone: string }; href: string }

/** Returns the mail by which a clinic that is set up tries out who carries its mails. */
export async function renderTrialMail({ language, clinic, href }: TrialMail) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const [subject, title, body, footer] = [
    t('trial_mail.subject'),
    t('trial_mail.title'),
    t('trial_mail.body', { clinic: clinic.name }),
    t('trial_mail.footer'),
  ]
  const links = [{ label: t('trial_mail.button'), href }]
  const { html, text } = await renderVisitMail({ language, clinic, tone: 'open', title, body, links, rows: [], footer })
  return { subject, text, html, ics: null }
}
