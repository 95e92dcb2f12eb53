import { patientWords } from '@/lib/domain/messages/channels'
import type { MailedVisit } from '@/lib/mails/mailed-visit'
import { renderNewLink } from '@/lib/mails/new-link-mail'
import { type MailKind, mailKinds, renderMail, renderText } from '@/lib/mails/render-message'
import { renderSignInMail } from '@/lib/mails/sign-in-mail'
import { patients } from '@/prisma/demo/cast'
import { mailedVisit } from '@/tests/fixtures/mails/mailed-visit'
import { type Said, sentencesOf } from './sentences'

/** Returns what patients are told by mail and SMS, message by message, in one language. */
export async function sayMessages(language: 'fr' | 'en'): Promise<Said[]> {
  const visit: MailedVisit = { ...mailedVisit, patient: { ...patients.amina, language } }
  const kinds = (Object.keys(mailKinds) as MailKind[]).filter((kind) => mailKinds[kind].to === 'patient')
  const mails = kinds.map(async (kind) => said(`mail: ${kind}`, await renderMail(kind, visit)))
  const texts = patientWords.map((word) => said(`SMS: ${word}`, renderText(word, visit)))
  return [...(await Promise.all(mails)), ...(await others(visit, language)), ...texts]
}

async function others(visit: MailedVisit, language: 'fr' | 'en'): Promise<Said[]> {
  const { patient, doctor, slot, clinic, links } = visit
  const linked = { language, patientName: patient.name, startsAt: slot.startsAt, doctor, clinic }
  return [
    said('mail: new link', await renderNewLink('mail', links.visit, linked)),
    said('mail: code', await renderSignInMail('123456', { language, clinic, href: links.home })),
    said('SMS: new link', await renderNewLink('sms', links.visit, linked)),
  ]
}

function said(place: string, { subject, text }: { subject: string; text: string }): Said {
  const lines = text.split('\n').map((line) => line.replace(/\s*:?\s*https?:\S+$/, ''))
  return { place, sentences: sentencesOf([subject, ...lines.filter((line) => line !== '-- ')]) }
}
