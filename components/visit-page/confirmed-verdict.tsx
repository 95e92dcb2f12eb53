import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ShownVisit } from '@/components/visit/visit'
import { useVisitWords } from '@/components/visit/visit-words'
import { daysAway } from '@/lib/views/visit-page/days-away'
import { spokenClock } from '@/lib/views/wording'
import styles from './visit-page.module.css'

/** Once a visit is confirmed the answer is when it is: who comes to whom, and in how many days, stands beneath. */
export function ConfirmedVerdict({ visit, now }: { visit: ShownVisit; now: string }) {
  const t = useTranslations('visit_page')
  const tv = useTranslations('verdict')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const words = useVisitWords(visit)
  const days = daysAway(visit.startsAt, now, place.timeZone)
  return (
    <div className={`${styles.confirmed} ok`} role="status">
      <p className={styles.okLine}>
        <svg className={styles.tick} viewBox="0 0 28 28" aria-hidden="true">
          <circle cx="14" cy="14" r="14" />
          <path d="M8.5 14.5l4 4 7.5-8.5" pathLength={1} />
        </svg>
        {tv('confirmed')}
      </p>
      <h1 className="sentence">
        <time dateTime={visit.startsAt}>
          {t.rich('at', {
            day: words.day,
            time: spokenClock(visit.startsAt, place),
            whole: (chunks) => <span className="one-line">{chunks}</span>,
          })}
        </time>
      </h1>
      <p className="soft">{t(days < 0 ? 'was' : 'is', { ...words, days })}</p>
    </div>
  )
}
