import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import { type CalendarVisitFacts, useCalendarWords } from '@/components/ui/use-calendar-words'
import { visitLooks } from '@/components/visit/visit-looks'
import { minuteMs, msBetween } from '@/lib/domain/time'
import styles from './calendar.module.css'

type Listed = CalendarVisitFacts & { phone: string | null }
type CalendarListProps = { days: readonly { day: string; at: string; visits: readonly Listed[] }[] }

/** Days as a list beside the margin: for the eye that reads, the keyboard, and without JavaScript. */
export function CalendarList({ days }: CalendarListProps) {
  const t = useTranslations('calendar')
  return (
    <div className="stack gap-5" data-testid="visits">
      {days.map(({ day, at, visits }) => (
        <section key={day} aria-labelledby={`list-${day}`}>
          <h2 id={`list-${day}`} className="below-2 sentence">
            <Time at={at} form="day" />
          </h2>
          {visits.length === 0 ? (
            <p className="soft small">{t('free')}</p>
          ) : (
            <ol className={`sheet ledger ${styles.list}`}>
              {visits.map((visit) => (
                <ListRow key={visit.id} visit={visit} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  )
}

/** When, who, what for and how long, how to reach them, why they come, and how it stands. */
function ListRow({ visit }: { visit: Listed }) {
  const t = useTranslations('calendar')
  const locale = useLocale() as 'fr' | 'en'
  const { url, time, patient, standing, state, saga, visitType, reason, startsAt, endsAt } = useCalendarWords()(visit)
  const { Icon, state: look } = visitLooks[standing]
  const minutes = Math.round(msBetween(startsAt, endsAt) / minuteMs)
  return (
    <li>
      <div className="when">{time}</div>
      <div className={`what ${styles.listed}`}>
        <span>
          <span className="visually-hidden">, </span>
          <Link prefetch={false} className="strong" href={url}>
            {patient}
          </Link>
        </span>
        <span className="small soft">
          {[visitType?.[locale], t('minutes', { minutes })].filter(Boolean).join(' · ')}
        </span>
        <span className="small">{visit.phone && <PhoneLink phone={visit.phone} />}</span>
        <span className="small soft" title={reason ?? undefined}>
          {reason && <q>{reason}</q>}
        </span>
        <span>
          <span className={`state ${look}`}>
            <Icon className="icon" aria-hidden="true" />
            {state}
          </span>{' '}
          {saga && <span className="small mute">{saga}</span>}
        </span>
      </div>
    </li>
  )
}
