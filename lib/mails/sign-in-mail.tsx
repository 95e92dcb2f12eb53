import { render } from 'react-email'
import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { VisitMail } from './visit-mail'

type SignInMail = { language: 'fr' | 'en'; clinic: { name: string; phone: string }; href: string }

/** The mail that carries a code to sign in with. */
export async function renderSignInMail(code: string, { language, clinic, href }: SignInMail) {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const footer = t('sign_in_mail.footer', { clinic: clinic.name, phone: clinic.phone })
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`
  const [subject, title, body] = (['subject', 'title', 'body'] as const).map((part) =>
    t(`sign_in_mail.${part}`, { code: spoken }),
  ) as [string, string, string]
  const rows = [{ label: t('sign_in_mail.code'), value: spoken }]
  const link = { label: t('sign_in_mail.button'), href }
  const html = await render(<VisitMail {...{ language, title, body, rows, link, footer }} />)
  const text = [title, '', body, '', `${rows[0]?.label}: ${spoken}`, '', `${link.label}: ${href}`, '', '-- ', footer]
  return { subject, text: text.join('\n'), html, ics: null }
}
