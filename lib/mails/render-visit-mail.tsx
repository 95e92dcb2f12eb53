import { render } from 'react-email'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { dayWords, isoDay } from '@/lib/views/wording'
import type { MailDay } from './mail-parts'
import { VisitMail, type VisitMailProps } from './visit-mail'

/** Returns a mail as it is read, and its plain-text twin, which alone spells its addresses out. */
export async function renderVisitMail(props: VisitMailProps): Promise<{ html: string; text: string }> {
  const { language, clinic, title, body, visit, rows, links, change, footer } = props
  const line = ({ label, value }: { label: string; value: string }) =>
    label ? `${label}${language === 'fr' ? '\u00a0:' : ':'} ${value}` : `  ${value}`
  const pressed = [...links, ...(change ? [change] : [])].map(({ label, href }) => line({ label, value: href }))
  const text = [
    [title, ...(visit ? [upperFirst(visit.when), visit.about] : [])].join('\n'),
    body,
    rows.map(line).join('\n'),
    pressed.join('\n'),
    change?.rule ?? '',
    `-- \n${clinic.name}, ${clinic.phone}\n${footer}`,
  ]
  return { html: await render(<VisitMail {...props} />), text: text.filter(Boolean).join('\n\n') }
}

/** Returns the day of an instant on the clinic's wall clock, as a leaf of a calendar shows it. */
export function mailDay(instant: string, { locale, timeZone }: { locale: string; timeZone: string }): MailDay {
  const day = isoDay(instant, timeZone)
  const number = dayWords(day, 'number', locale)
  return {
    weekday: dayWords(day, 'longWeekday', locale),
    number: locale === 'fr' && number === '1' ? '1er' : number,
    month: dayWords(day, 'month', locale),
  }
}
