import { Bell } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { channelNames, stepSaying } from '@/lib/domain/messages/channels'
import { lastOf, type VisitProgress } from '@/lib/views/progress'
import { daysAway } from '@/lib/views/visit-page/days-away'
import { dayOf, spokenClock, unbroken } from '@/lib/views/wording'
import styles from './visit-page.module.css'

type ReminderNoteProps = {
  visit: VisitProgress
  /** When it is sent, and now (ISO instants). */
  at: string
  now: string
}

/** When, and by what, the patient will be reminded. */
export function ReminderNote({ visit, at, now }: ReminderNoteProps) {
  const t = useTranslations('visit_page')
  const ta = useTranslations('answer')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const confirmation = lastOf('appointment-confirmed', visit.sagas)
  const by = channelNames.filter((channel) => confirmation?.planned.includes(stepSaying(channel, 'confirmed')))
  const days = daysAway(at, now, place.timeZone)
  const day = days > 1 ? ta('on', { day: unbroken(dayOf(at, place)) }) : ta(days === 1 ? 'tomorrow' : 'today')
  return (
    <div className={styles.told}>
      <Bell className="icon" aria-hidden="true" />
      <p>{t('reminder', { day, time: spokenClock(at, place), by: by.join('_') })}</p>
    </div>
  )
}
