import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clock, dayOf, isoDay } from '@/lib/domain/schedule/wording'
import { bookPath } from './book-path'
import { Time } from './time'

type OfferedDoctor = { id: string; slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
type Offer = { doctor: OfferedDoctor; slots: readonly Slot[] }
type OfferSheetProps = { offers: readonly Offer[]; now: string; phone: string }

/** Free hours by day: the soonest of each doctor stands in the margin, the next two beside the name. */
export function OfferSheet({ offers, now, phone }: OfferSheetProps) {
  const t = useTranslations('landing')
  const timeZone = useTimeZone() ?? 'UTC'
  const soonest = offers
    .filter(({ slots }) => slots.length > 0)
    .toSorted((a, b) => (a.slots[0]?.startsAt ?? '').localeCompare(b.slots[0]?.startsAt ?? ''))
  const days = [...new Set(soonest.map(({ slots }) => isoDay(slots[0]?.startsAt ?? now, timeZone)))]
  return (
    <section className="sheet" aria-labelledby="next-slots">
      <div className="ledger offer">
        <div className="line">
          <div className="when" />
          <div className="what title">
            <h2 id="next-slots">{t('next')}</h2>
          </div>
        </div>
        {days.map((day) => (
          <DayOfOffers key={day} day={day} now={now} offers={soonest.filter(isOn(day, timeZone))} />
        ))}
        {days.length === 0 && (
          <div className="line">
            <div className="when" />
            <div className="what">
              <p>{t('empty')}</p>
              <p className="soft">{t('empty_body', { phone })}</p>
            </div>
          </div>
        )}
      </div>
    </section>
  )
}

const isOn =
  (day: string, timeZone: string) =>
  ({ slots }: Offer) =>
    isoDay(slots[0]?.startsAt ?? '', timeZone) === day

function DayOfOffers({ day, now, offers }: { day: string; now: string; offers: readonly Offer[] }) {
  const t = useTranslations('landing')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const spoken = dayOf(offers[0]?.slots[0]?.startsAt ?? now, place)
  const tomorrow = isoDay(new Date(Date.parse(now) + 86_400_000).toISOString(), place.timeZone)
  const isToday = day === isoDay(now, place.timeZone)
  const title = isToday ? t('today', { day: spoken }) : day === tomorrow ? t('tomorrow', { day: spoken }) : spoken
  return (
    <>
      <div className="line part">
        <div className="when" />
        <div className="what">
          <h3 className="day-title first-letter:uppercase">{title}</h3>
        </div>
      </div>
      {offers.map((offer) => (
        <OfferLine key={offer.doctor.id} offer={offer} />
      ))}
    </>
  )
}

function OfferLine({ offer: { doctor, slots } }: { offer: Offer }) {
  const t = useTranslations('landing')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const name = doctorName(doctor, locale)
  const [first, ...rest] = slots
  if (!first) return null
  const label = ({ startsAt }: Slot) =>
    t('book', { time: clock(startsAt, place), doctor: name, day: dayOf(startsAt, place) })
  const today = rest.filter(({ startsAt }) => dayOf(startsAt, place) === dayOf(first.startsAt, place)).slice(0, 2)
  return (
    <article className="line">
      <div className="when">
        <Link prefetch={false} className="time first" href={bookPath(doctor.slug, first)} aria-label={label(first)}>
          <Time at={first.startsAt} form="clock" />
        </Link>
      </div>
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
        <div className="times">
          {today.map((slot) => (
            <Link
              prefetch={false}
              key={slot.startsAt}
              className="time"
              href={bookPath(doctor.slug, slot)}
              aria-label={label(slot)}
            >
              <Time at={slot.startsAt} form="clock" />
            </Link>
          ))}
        </div>
      </div>
    </article>
  )
}
