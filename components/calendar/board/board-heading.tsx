import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BookLink } from '@/components/frame/book-link'
import { Time } from '@/components/ui/time'
import { doctorShortName } from '@/lib/domain/people/doctor-name'
import type { CalendarRange } from '@/lib/views/calendar-range'
import { BoardTitle } from './board-title'
import styles from './day-board.module.css'

type BoardHeadingProps = {
  range: CalendarRange
  doctors: readonly { slug: string; name: string; form: 'Dre' | 'Dr' }[]
  visits: Parameters<typeof BoardTitle>[0]['visits']
  /** ISO instant. */
  now: string
}

/** Who waits and who is late, which day it is, and the way to the others; on a phone the doctors, to choose one. */
export function BoardHeading({ range, doctors, visits, now }: BoardHeadingProps) {
  const td = useTranslations('day')
  const tc = useTranslations('calendar')
  const locale = useLocale()
  const at = (date: string) => `/day?date=${date}` as Route
  return (
    <div className={`page-head ${styles.heading}`}>
      <div>
        <h1>
          <BoardTitle visits={visits} isToday={range.day === range.today} now={now} />
        </h1>
        <p className="soft small sentence">
          <Time at={range.from} form="dayWithYear" />
        </p>
      </div>
      <div className="row push">
        <Link prefetch={false} className="button" href={at(range.today)}>
          {tc('today')}
        </Link>
        <Link prefetch={false} className="button square" href={at(range.previous)} aria-label={tc('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="button square" href={at(range.next)} aria-label={tc('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="button not-on-phone" href={`/day/paper?date=${range.day}` as Route}>
          <Printer className="icon" aria-hidden="true" />
          {td('print')}
        </Link>
        <BookLink href={'/day/book' as Route} />
      </div>
      <nav className={styles.doctors} aria-label={td('doctors')}>
        {doctors.map((doctor) => (
          <a key={doctor.slug} href={`#${doctor.slug}`}>
            {doctorShortName(doctor, locale)}
          </a>
        ))}
      </nav>
    </div>
  )
}
