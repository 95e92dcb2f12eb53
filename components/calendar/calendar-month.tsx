import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { calendarPath } from '@/lib/views/calendar-range'
import styles from './month.module.css'

export type MonthDay = {
  /** The ISO day, and when it begins (ISO instant). */
  day: string
  at: string
  isOutside: boolean
  isToday: boolean
  /** Whether nobody is seen all day, and whether that, or part of it, is time off or a holiday. */
  isClosed: boolean
  isOff: boolean
  /** How many visits stand, how many requests wait, and how many of all need a person. */
  visits: number
  requests: number
  attention: number
  /** How much of the day's hours is taken, from 0 to 1. */
  taken: number
}

type CalendarMonthProps = {
  weeks: readonly (readonly MonthDay[])[]
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
}

/** Whole weeks of days: how full each is, what waits there, and the way to it. Needs no JavaScript. */
export function CalendarMonth({ weeks, doctor }: CalendarMonthProps) {
  const t = useTranslations('calendar')
  return (
    <div className="sheet">
      <table className={styles.month}>
        <caption className="visually-hidden">{t('month')}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(({ day, at }) => (
              <th key={day} scope="col">
                <Time at={at} form="weekday" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]?.day}>
              {days.map((day) => (
                <Day key={day.day} {...day} path={calendarPath('day', day.day, doctor)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({
  day,
  at,
  isOutside,
  isToday,
  isClosed,
  isOff,
  visits,
  requests,
  attention,
  taken,
  path,
}: MonthDay & { path: Route }) {
  const t = useTranslations('calendar')
  const tm = useTranslations('month')
  const percent = Math.round(taken * 100)
  const className = [isOutside && styles.outside, (isClosed || isOff) && styles.shut].filter(Boolean).join(' ')
  return (
    <td className={className}>
      <Link prefetch={false} className={styles.dayNumber} href={path} aria-current={isToday ? 'date' : undefined}>
        <span className="visually-hidden">
          <Time at={at} form="day" />, {t('visits', { count: visits + requests })}
        </span>
        <span aria-hidden="true">{Number(day.slice(-2))}</span>
        {visits + requests > 0 && (
          <small className="phone-only" aria-hidden="true">
            {visits + requests}
          </small>
        )}
      </Link>
      <div className={`${styles.holds} not-on-phone`}>
        {isOff && <p className="mute">{tm('off')}</p>}
        {visits > 0 && <p>{t('visits', { count: visits })}</p>}
        {requests > 0 && (
          <p>
            <span className="state waiting">{t('requests_count', { count: requests })}</span>
          </p>
        )}
        {attention > 0 && (
          <p>
            <span className="state attention">{tm('attention', { count: attention })}</span>
          </p>
        )}
      </div>
      {!isClosed && visits + requests > 0 && (
        <meter
          className={`${styles.taken} not-on-phone`}
          value={percent}
          max={100}
          aria-label={tm('taken', { percent })}
          title={tm('taken', { percent })}
        />
      )}
    </td>
  )
}
