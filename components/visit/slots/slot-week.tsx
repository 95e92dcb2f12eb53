import type { Route } from 'next'
import Link from 'next/link'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Day } from '@/components/ui/day'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Slot } from '@/lib/domain/schedule/slot'
import { type DayPart, dayParts, partOf } from '@/lib/views/clock/day-parts'
import type { NextDay, WeekOfSlots } from '@/lib/views/slots/slot-week'
import { isoDay } from '@/lib/views/wording'
import { slotDays } from './slot-days'
import { SlotPart } from './slot-part'
import styles from './slot-week.module.css'

type SlotWeekProps = WeekOfSlots & {
  /** The day that a phone shows; without one the first that has hours. */
  day: string | undefined
  /** Where another day leads to. */
  dayPath: (of: NextDay) => string
  /** One hour: a button or a link. */
  hour: (slot: Slot) => ReactNode
  /** Where a visit is that is to move, and the hour whose form is open (ISO instants). */
  present?: string
  chosen?: string | undefined
  /** Of the clinic, for a patient who finds no hour. */
  phone?: string | undefined
}

/** Seven days of free hours by parts of the day: beside each other on a desk, one at a time on a phone under a strip of days. */
export function SlotWeek({ week, slots, closed, next, now, ...about }: SlotWeekProps) {
  const { day: asked, dayPath, hour, present = '', chosen, phone } = about
  const t = useTranslations('doctor')
  const timeZone = useTimeZone() ?? 'UTC'
  const days = slotDays(slots, week.from, timeZone)
  const presentDay = present && isoDay(present, timeZone)
  const open = days.filter(({ day, slots }) => slots.length > 0 || day === presentDay)
  const shown = open.find(({ day }) => day === (asked ?? presentDay)) ?? open[0]
  if (!shown) return <NoneFree next={next} dayPath={dayPath} phone={phone} />
  const isIn = (part: DayPart) => (at: string) => partOf(at, timeZone) === part
  const instants = [...slots.map(({ startsAt }) => startsAt), ...(present ? [present] : [])]
  const parts = dayParts.filter((part) => instants.some(isIn(part)))
  const full = days.filter((day) => !open.includes(day) && !closed.days.includes(day.day))
  return (
    <>
      {slots.length === 0 && <NoneFree next={next} dayPath={dayPath} phone={phone} />}
      <nav className={styles.strip} aria-label={t('days')}>
        {days.map(({ day, slots }) => (
          <StripDay
            key={day}
            day={day}
            count={slots.length}
            isClosed={closed.days.includes(day) && day !== presentDay}
            href={dayPath({ day, week: String(week.week) }) as Route}
            isShown={day === shown.day}
          />
        ))}
      </nav>
      <div className={styles.days}>
        {open.map(({ day, slots }) => (
          <section
            key={day}
            className={styles.slotDay}
            data-shown={day === shown.day || undefined}
            aria-labelledby={`on-${day}`}
          >
            <h3 className={styles.dayHead} id={`on-${day}`}>
              <Day day={day} form="weekdayAndDay" />
              <small>{t('free', { count: slots.length })}</small>
            </h3>
            {parts.map((part) => (
              <SlotPart
                key={part}
                part={part}
                day={day}
                now={now}
                slots={slots.filter(({ startsAt }) => partOf(startsAt, timeZone) === part)}
                isClosed={closed.isClosed(day, part)}
                hour={hour}
                present={day === presentDay && partOf(present, timeZone) === part ? present : undefined}
                chosen={chosen}
              />
            ))}
          </section>
        ))}
      </div>
      {full.length > 0 && (
        <p className="small mute above-4 not-on-phone">
          {t('full_on')}{' '}
          {full.map(({ day }, index) => (
            <span key={day}>
              {index > 0 && ', '}
              <Day day={day} form="weekdayAndDay" />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** A week without an hour leads on: to the next day that has one, and to somebody who finds one. */
function NoneFree({ next, dayPath, phone }: Pick<SlotWeekProps, 'next' | 'dayPath' | 'phone'>) {
  const t = useTranslations('doctor')
  return (
    <div className="sheet padded stack gap-2">
      <p className="soft">{t('none')}</p>
      {next && (
        <p>
          <Link prefetch={false} scroll={false} className="strong" href={dayPath(next) as Route}>
            {t('next_free')} <Day day={next.day} form="fullDay" />
          </Link>
        </p>
      )}
      {phone && <p>{t.rich('call', { phone: () => <PhoneLink phone={phone} /> })}</p>}
    </div>
  )
}

type StripDayProps = { day: string; count: number; isClosed: boolean; href: Route; isShown: boolean }

function StripDay({ day, count, isClosed, href, isShown }: StripDayProps) {
  const t = useTranslations('doctor')
  const inside = (
    <>
      <Day day={day} form="weekday" />
      <b>
        <Day day={day} form="number" />
      </b>
      {count > 0 && <span aria-hidden="true">{count}</span>}
      <span className={count > 0 ? 'visually-hidden' : styles.why}>
        {isClosed ? t('closed') : t('free', { count })}
      </span>
    </>
  )
  if (count === 0 && !isShown) return <span className={isClosed ? styles.closed : styles.full}>{inside}</span>
  return (
    <Link prefetch={false} scroll={false} href={href} aria-current={isShown ? 'date' : undefined}>
      {inside}
    </Link>
  )
}
