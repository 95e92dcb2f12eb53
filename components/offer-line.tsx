import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clock, dayOf } from '@/lib/domain/schedule/wording'
import { Time } from './time'

export type Offer = {
  doctor: { id: string; slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
  /** The next free hours, and how many there are in these days. */
  slots: readonly Slot[]
  count: number
}

/** One doctor: the soonest hour in the margin, two more of the same day beside the name. Each is kept at a press. */
export function OfferLine({
  offer: { doctor, slots },
  hold,
}: {
  offer: Offer
  hold: (form: FormData) => Promise<void>
}) {
  const t = useTranslations('landing')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const name = doctorName(doctor, locale)
  const [first, ...rest] = slots
  if (!first) return null
  const today = rest.filter(({ startsAt }) => dayOf(startsAt, place) === dayOf(first.startsAt, place))
  const hour = ({ startsAt }: Slot, className: string) => (
    <button
      type="submit"
      key={startsAt}
      className={className}
      name="slot"
      value={startsAt}
      aria-label={t('book', { time: clock(startsAt, place), doctor: name, day: dayOf(startsAt, place) })}
    >
      <Time at={startsAt} form="clock" />
    </button>
  )
  return (
    <form action={hold} className="line">
      <input type="hidden" name="doctor" value={doctor.slug} />
      <div className="when">{hour(first, 'time first')}</div>
      <div className="what">
        <div>
          <h4 className="name">{name}</h4>
          <p className="small soft">
            {ts(doctor.specialty as 'general')} ·{' '}
            <Link prefetch={false} href={`/doctors/${doctor.slug}`} aria-label={t('all_of', { doctor: name })}>
              {t('all')}
            </Link>
          </p>
        </div>
        <div className="times">{today.map((slot) => hour(slot, 'time'))}</div>
      </div>
    </form>
  )
}
