import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Slot } from '@/lib/domain/schedule/slot'
import { HourButton } from './hour-button'

type Offered = Pick<Slot, 'startsAt'>
/** Where an hour leads to; or the field of the form around them, which is then sent as it is, with that hour. */
type Leading = { pathOf: (slot: Offered) => Route } | { field: string; hint?: string }

/** Free hours as one-press alternatives. */
export function NearestSlots({ slots, ...leading }: { slots: readonly Offered[] } & Leading) {
  const t = useTranslations('book')
  if (slots.length === 0) return null
  return (
    <div className="nearest-hours">
      {/* The first button of a form is what the Enter key presses: let it not be an hour that nobody chose. */}
      {'field' in leading && <button type="submit" hidden />}
      {'field' in leading && <p>{leading.hint ?? t('at_a_press')}</p>}
      {slots.map((slot) =>
        'field' in leading ? (
          <HourButton key={slot.startsAt} className="button wide" name={leading.field} value={slot.startsAt}>
            <span className="visually-hidden">{t('instead')}</span> <Hour slot={slot} />
          </HourButton>
        ) : (
          <Link prefetch={false} key={slot.startsAt} className="button wide" href={leading.pathOf(slot)}>
            <Hour slot={slot} />
          </Link>
        ),
      )}
    </div>
  )
}

function Hour({ slot: { startsAt } }: { slot: Offered }) {
  return (
    <span className="strong sentence">
      <Time at={startsAt} form="dayAndClock" />
    </span>
  )
}
