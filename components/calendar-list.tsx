import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from './time'
import { type CalendarVisitFacts, useCalendarWords } from './use-calendar-words'
import { visitLooks } from './visit-looks'

type CalendarListProps = { days: readonly { day: string; at: string; visits: readonly CalendarVisitFacts[] }[] }

/** Days as a list beside the margin: for the eye that reads, the keyboard, and without JavaScript. */
export function CalendarList({ days }: CalendarListProps) {
  const t = useTranslations('calendar')
  const words = useCalendarWords()
  return (
    <div className="grid gap-5" data-testid="visits">
      {days.map(({ day, at, visits }) => (
        <section key={day} aria-labelledby={`list-${day}`}>
          <h2 id={`list-${day}`} className="pb-2 first-letter:uppercase">
            <Time at={at} form="day" />
          </h2>
          {visits.length === 0 ? (
            <p className="soft small">{t('free')}</p>
          ) : (
            <ol className="sheet ledger calendar-list">
              {visits.map(words).map(({ id, url, time, patient, standing, state, saga }) => {
                const { Icon, state: look } = visitLooks[standing]
                return (
                  <li key={id}>
                    <div className="when">{time}</div>
                    <div className="what row">
                      <span className="vh">, </span>
                      <Link prefetch={false} className="strong" href={url}>
                        {patient}
                      </Link>
                      <span className="vh">, </span>
                      <span className={`state ${look}`}>
                        <Icon className="icon" aria-hidden="true" />
                        {state}
                      </span>
                      {saga && <span className="small mute">{saga}</span>}
                    </div>
                  </li>
                )
              })}
            </ol>
          )}
        </section>
      ))}
    </div>
  )
}
