import type { Route } from 'next'
import Link from 'next/link'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { Day } from './day'
import { slotDays } from './slot-days'

type SlotWeekProps = {
  slots: readonly Slot[]
  /** The first of the seven days (ISO day). */
  from: string
  /** The day that a phone shows; without one the first that has hours. */
  day: string | undefined
  /** Where another day of the strip leads to. */
  dayPath: (day: string) => string
  /** One hour: a button or a link. */
  hour: (slot: Slot) => ReactNode
}

/** Seven days of free hours: beside each other on a desk, one at a time on a phone under a strip of days. */
export function SlotWeek({ slots, from, day: asked, dayPath, hour }: SlotWeekProps) {
  const t = useTranslations('doctor')
  const days = slotDays(slots, from, useTimeZone() ?? 'UTC')
  const open = days.filter((one) => one.slots.length > 0)
  const shown = open.find(({ day }) => day === asked) ?? open[0]
  if (!shown) return <p className="sheet pad soft">{t('none')}</p>
  return (
    <>
      <nav className="strip" aria-label={t('days')}>
        {days.map(({ day, slots }) => (
          <StripDay key={day} day={day} count={slots.length} href={dayPath(day) as Route} isShown={day === shown.day} />
        ))}
      </nav>
      <div className="days">
        {open.map(({ day, slots }) => (
          <section
            key={day}
            className="slotday"
            data-shown={day === shown.day || undefined}
            aria-labelledby={`on-${day}`}
          >
            <h3 className="dayhead" id={`on-${day}`}>
              <Day day={day} form="weekdayAndDay" />
              <small>{t('free', { count: slots.length })}</small>
            </h3>
            <div className="slotlist">{slots.map((slot) => hour(slot))}</div>
          </section>
        ))}
      </div>
    </>
  )
}

type StripDayProps = { day: string; count: number; href: Route; isShown: boolean }

function StripDay({ day, count, href, isShown }: StripDayProps) {
  const t = useTranslations('doctor')
  const inside = (
    <>
      <Day day={day} form="weekday" />
      <b>
        <Day day={day} form="number" />
      </b>
      <span aria-hidden="true">{count || '–'}</span>
      <span className="vh">{t('free', { count })}</span>
    </>
  )
  if (count === 0) return <span className="none">{inside}</span>
  return (
    <Link prefetch={false} scroll={false} href={href} aria-current={isShown ? 'date' : undefined}>
      {inside}
    </Link>
  )
}
