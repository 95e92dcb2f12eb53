import { useLocale, useTimeZone } from 'next-intl'
import type { Drawn } from '@/lib/views/grid/lanes'
import { clock, weekdayOf } from '@/lib/views/wording'
import { drawnAt } from './drawn-at'
import styles from './moving.module.css'
import type { Held } from './use-moving'
import { useWhyWords } from './use-why-words'

type HeldPlacesProps = { held: Held; column: number; part: Drawn }

/** While a visit is moved: when else it could begin on this day, in outline, and where it would come to stand. */
export function HeldPlaces({ held, column, part }: HeldPlacesProps) {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const why = useWhyWords()
  const { visit, starts, target } = held
  const long = visit.to - visit.from
  const free = (starts ?? []).filter((start) => start.column === column && start.startsAt !== visit.startsAt)
  // Where the next can begin before this one would end, only that much of it is seen.
  const untilNext = (minute: number) => Math.min(...free.map((start) => start.minute - minute).filter((gap) => gap > 0))
  return (
    <>
      {free.map(({ startsAt, minute }) => (
        <i
          key={startsAt}
          className={styles.free}
          style={drawnAt({ from: minute, to: minute + Math.min(long, untilNext(minute)) }, part)}
          data-free={startsAt}
          aria-hidden="true"
        >
          {clock(startsAt, place)}
        </i>
      ))}
      {target?.column === column && (
        <div
          className={`${styles.ghost} ${target.why ? styles.refused : ''}`}
          style={drawnAt({ from: target.minute, to: target.minute + long }, part)}
          data-ghost={target.why ? 'refused' : 'free'}
          aria-hidden="true"
        >
          <b>
            {weekdayOf(target.startsAt, place)} {clock(target.startsAt, place)}
          </b>
          {target.why && <span>{why(target.why)}</span>}
        </div>
      )}
    </>
  )
}
