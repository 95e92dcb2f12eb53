import Link from 'next/link'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { bookPath } from './book-path'
import { Time } from './time'

/** Free hours as one-press alternatives. */
export function NearestSlots({ slug, slots }: { slug: string; slots: readonly Pick<Slot, 'startsAt'>[] }) {
  return (
    <div className="nearest">
      {slots.map((slot) => (
        <Link prefetch={false} key={slot.startsAt} className="btn wide" href={bookPath(slug, slot)}>
          <span className="strong first-letter:uppercase">
            <Time at={slot.startsAt} form="dayAndClock" />
          </span>
        </Link>
      ))}
    </div>
  )
}
