import { Moon, Sun, Sunset } from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { Slot } from '@/lib/domain/schedule/slot'
import { type DayPart, isOver } from '@/lib/views/clock/day-parts'
import { roomFor } from '@/lib/views/slots/room-for'
import { isoDay } from '@/lib/views/wording'
import styles from './slot-week.module.css'

const signs = { morning: Sun, afternoon: Sunset, evening: Moon } as const

/** So many hours of a part stand beside each other; the others are a press away. */
const shownFirst = 6

type SlotPartProps = {
  part: DayPart
  /** ISO day. */
  day: string
  now: string
  slots: readonly Slot[]
  /** Whether nobody could come then, whoever else does. */
  isClosed: boolean
  /** One hour: a button or a link. */
  hour: (slot: Slot) => ReactNode
  /** The hour that a visit is at, if it is then (ISO instant). */
  present: string | undefined
  /** The hour whose form is open (ISO instant): it is in sight. */
  chosen: string | undefined
}

/** A part of a day: its first free hours, and the others behind their number; or why there is none. */
export function SlotPart({ part, day, now, slots, isClosed, hour, present, chosen }: SlotPartProps) {
  const t = useTranslations('doctor')
  const timeZone = useTimeZone() ?? 'UTC'
  const Sign = signs[part]
  const all = [...slots.map(({ startsAt }) => startsAt), ...(present ? [present] : [])].toSorted()
  const first = all.slice(0, roomFor(all.length, shownFirst))
  const rest = all.slice(first.length)
  const shown = (startsAt: string) => {
    const slot = slots.find((one) => one.startsAt === startsAt)
    return startsAt !== present && slot ? hour(slot) : <PresentHour key={startsAt} at={startsAt} />
  }
  const wasToday = day === isoDay(now, timeZone) && isOver(part, now, timeZone)
  return (
    <div className={styles.part}>
      <h4>
        <Sign className="icon" aria-hidden="true" />
        {t(part)}
      </h4>
      {all.length === 0 && <p className={styles.none}>{t(wasToday ? 'over' : isClosed ? 'closed' : 'full')}</p>}
      {first.length > 0 && <div className="slots">{first.map(shown)}</div>}
      {rest.length > 0 && (
        <details className={styles.rest} open={chosen !== undefined && rest.includes(chosen)}>
          <summary>{t('more', { count: rest.length })}</summary>
          <div className="slots">{rest.map(shown)}</div>
        </details>
      )}
    </div>
  )
}

function PresentHour({ at }: { at: string }) {
  const t = useTranslations('change')
  return (
    <span className="slot" data-present>
      <Time at={at} form="clock" />
      <small>{t('present')}</small>
    </span>
  )
}
