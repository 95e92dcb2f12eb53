import type { Route } from 'next'
import Link from 'next/link'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { Time } from './time'

type Offered = Pick<Slot, 'startsAt'>

/** Free hours as one-press alternatives. */
export function NearestSlots({ slots, pathOf }: { slots: readonly Offered[]; pathOf: (slot: Offered) => Route }) {
  if (slots.length === 0) return null
  return (
    <div className="nearest">
      {slots.map((slot) => (
        <Link prefetch={false} key={slot.startsAt} className="btn wide" href={pathOf(slot)}>
          <span className="strong first-letter:uppercase">
            <Time at={slot.startsAt} form="dayAndClock" />
          </span>
        </Link>
      ))}
    </div>
  )
}
