import type { Page } from '@playwright/test'
import { laterBy, minuteMs } from '@/lib/domain/time'
import type { MailedVisit } from '@/lib/mails/mailed-visit'
import { renderNewLink } from '@/lib/mails/new-link-mail'
import { type MailKind, mailKinds, renderMail } from '@/lib/mails/render-message'
import { renderSignInMail } from '@/lib/mails/sign-in-mail'
import { englishVisit, mailedVisit } from '@/tests/fixtures/mails/mailed-visit'

type Language = 'fr' | 'en'

/** Every mail by file name, `mail-confirmed`: each as its reader's program shows it, light or dark. */
export const mailPages = Object.fromEntries([
  ...(Object.keys(mailKinds) as MailKind[]).map((kind) => [
    `mail-${kind.replaceAll('_', '-')}`,
    mailPage(async (language) => (await renderMail(kind, factsOf(kind, language))).html),
  ]),
  ['mail-new-link', mailPage(newLink)],
  ['mail-sign-in', mailPage(signIn)],
]) as Record<string, { go: (page: Page) => Promise<void> }>

/** A mail in the language of the browser that shows it. */
function mailPage(render: (language: Language) => Promise<string | null>) {
  return {
    async go(page: Page) {
      const language = (await page.evaluate(() => navigator.language)) as Language
      await page.setContent((await render(language)) ?? '')
    },
  }
}

function factsOf(kind: MailKind, language: Language): MailedVisit {
  const visit = language === 'fr' ? mailedVisit : englishVisit
  const doctor = { ...visit.doctor, language }
  if (kind !== 'declined') return { ...visit, doctor }
  const later = (minutes: number) => laterBy(visit.slot.startsAt, minutes * minuteMs)
  const nearest = [60, 80, 24 * 60].map((minutes) => ({ ...visit.slot, startsAt: later(minutes) }))
  return { ...visit, doctor, nearest, reason: language === 'fr' ? 'Absente ce jour-là.' : 'Away on that day.' }
}

async function newLink(language: Language) {
  const { patient, doctor, slot, clinic, links } = language === 'fr' ? mailedVisit : englishVisit
  const visit = { language, patientName: patient.name, startsAt: slot.startsAt, doctor, clinic }
  return (await renderNewLink('mail', links.visit, visit)).html
}

async function signIn(language: Language) {
  const { clinic, links } = mailedVisit
  return (await renderSignInMail('123456', { language, clinic, href: links.home })).html
}
