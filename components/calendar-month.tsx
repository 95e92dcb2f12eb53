import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from './time'
import type { ShownCalendarVisit } from './use-calendar-words'
import { visitLooks } from './visit-looks'
import './visit-looks.css'

export type MonthDay = {
  /** The ISO day, and when it begins (ISO instant). */
  day: string
  at: string
  isOutside: boolean
  isToday: boolean
  visits: readonly ShownCalendarVisit[]
}

const shownMax = 3

/** Whole weeks of days, each with its first visits and the way to the day. Needs no JavaScript. */
export function CalendarMonth({ weeks }: { weeks: readonly (readonly MonthDay[])[] }) {
  const t = useTranslations('calendar')
  return (
    <div className="sheet">
      <table className="month">
        <caption className="vh">{t('month')}</caption>
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
                <Day key={day.day} {...day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({ day, at, isOutside, isToday, visits }: MonthDay) {
  const t = useTranslations('calendar')
  const rest = visits.length - shownMax
  return (
    <td className={isOutside ? 'outside' : ''}>
      <Link
        prefetch={false}
        className="daynumber"
        href={`/calendar?view=day&date=${day}` as Route}
        aria-current={isToday ? 'date' : undefined}
      >
        <span className="vh">
          <Time at={at} form="day" />, {t('visits', { count: visits.length })}
        </span>
        <span aria-hidden="true">{Number(day.slice(-2))}</span>
        {visits.length > 0 && (
          <small className="only-s" aria-hidden="true">
            {visits.length}
          </small>
        )}
      </Link>
      <ul className="hide-s">
        {visits.slice(0, shownMax).map(({ id, url, time, patient, standing, state }) => (
          <li key={id}>
            <Link prefetch={false} className={`visit ${visitLooks[standing].className}`} href={url}>
              <span className="num">{time}</span> <b>{patient}</b>
              <span className="vh">, {state}</span>
            </Link>
          </li>
        ))}
        {rest > 0 && (
          <li className="small mute">
            <Link prefetch={false} href={`/calendar?view=day&date=${day}` as Route}>
              {t('more', { count: rest })}
            </Link>
          </li>
        )}
      </ul>
    </td>
  )
}
