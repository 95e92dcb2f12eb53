import { useLocale, useTimeZone } from 'next-intl'
import type { Drawn } from '@/lib/views/grid/lanes'
import { clock } from '@/lib/views/wording'
import { drawnAt } from './drawn-at'
import styles from './grid.module.css'

type GridHoursProps = {
  part: Drawn
  /** The minute of today, and its instant in milliseconds; none while today is not shown. */
  now: { minute: number; atMs: number } | undefined
}

/** So near to the hour of now another would be written over it, in minutes. */
const besideNow = 11

/** The margin of the grid: the full hours, and the hour it is. Whoever listens hears the hour with each visit. */
export function GridHours({ part, now }: GridHoursProps) {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const first = Math.ceil(part.from / 60)
  const hours = Array.from({ length: Math.floor(part.to / 60) - first + 1 }, (_, index) => (first + index) * 60)
  const isWritten = (minute: number) => minute < part.to && Math.abs(minute - (now?.minute ?? -60)) > besideNow
  return (
    <div className={styles.hours} aria-hidden="true">
      <div className={styles.body}>
        {hours.filter(isWritten).map((minute) => (
          <span
            key={minute}
            className={minute === part.from ? styles.first : ''}
            style={drawnAt({ from: minute, to: minute }, part)}
          >
            {`${String(minute / 60).padStart(2, '0')}:00`}
          </span>
        ))}
        {now && (
          <b className={styles.nowHour} style={drawnAt({ from: now.minute, to: now.minute }, part)} data-now>
            {clock(new Date(now.atMs).toISOString(), place)}
          </b>
        )}
      </div>
    </div>
  )
}
