import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { dayOf, isoDay } from '@/lib/domain/schedule/wording'
import { Time } from './time'

const dayMs = 86_400_000

type SlotWeekProps = {
  slots: readonly Slot[]
  from: string
  /** Where an hour leads to. */
  pathOf: (slot: Slot) => Route
}

/** Seven days from `from` (ISO instant); a day without a free hour is left out. */
export function SlotWeek({ slots, from, pathOf }: SlotWeekProps) {
  const t = useTranslations('doctor')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const days = Array.from({ length: 7 }, (_, index) => new Date(Date.parse(from) + index * dayMs).toISOString())
  const byDay = days
    .map((day) => ({ day, slots: slots.filter((slot) => sameDay(slot.startsAt, day, place.timeZone)) }))
    .filter((one) => one.slots.length > 0)
  if (byDay.length === 0) return <p className="soft">{t('none')}</p>
  return (
    <div className="days">
      {byDay.map((one) => (
        <section key={one.day} aria-labelledby={`day-${one.day}`}>
          <h3 className="dayhead" id={`day-${one.day}`}>
            <span className="first-letter:uppercase inline-block">{dayOf(one.day, place)}</span>
            <small>{t('free', { count: one.slots.length })}</small>
          </h3>
          <div className="slotlist">
            {one.slots.map((slot) => (
              <Link prefetch={false} key={slot.startsAt} className="slot" href={pathOf(slot)}>
                <Time at={slot.startsAt} form="clock" />
              </Link>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function sameDay(one: string, other: string, timeZone: string): boolean {
  return isoDay(one, timeZone) === isoDay(other, timeZone)
}
