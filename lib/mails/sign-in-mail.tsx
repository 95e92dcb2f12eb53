import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { renderVisitMail } from './render-visit-mail'

type SignInMail = { language: 'fr' | 'en'; clinic: { name: string; phone: string }; href: string }

/** Returns the mail that carries a code to sign in with. */
export async function renderSignInMail(code: string, { language, clinic, href }: SignInMail) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const footer = t('sign_in_mail.footer')
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`
  const [subject, title, body] = (['subject', 'title', 'body'] as const).map((part) =>
    t(`sign_in_mail.${part}`, { code: spoken }),
  ) as [string, string, string]
  const links = [{ label: t('sign_in_mail.button'), href }]
  const { html, text } = await renderVisitMail({ language, clinic, tone: 'open', title, body, links, rows: [], footer })
  return { subject, text, html, ics: null }
}
