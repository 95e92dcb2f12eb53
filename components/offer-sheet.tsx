import Link from 'next/link'
import { useTimeZone, useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { OfferDay } from './offer-day'
import type { Offer } from './offer-line'
import { Time } from './time'

type OfferSheetProps = {
  offers: readonly Offer[]
  /** The soonest hour of all, when none lies in these days. */
  next: Slot | undefined
  asked: { specialty?: string; name?: string }
  /** How many weeks from now the sheet begins. */
  weeks: number
  now: string
  phone: string
  /** Keeps an hour for this browser and opens its form. */
  hold: (form: FormData) => Promise<void>
}

/** Free hours by day: the soonest of each doctor stands in the margin, the next two beside the name. */
export function OfferSheet({ offers, next, asked, weeks, now, phone, hold }: OfferSheetProps) {
  const t = useTranslations('landing')
  const timeZone = useTimeZone() ?? 'UTC'
  const first = ({ slots }: Offer) => slots[0]?.startsAt ?? ''
  const soonest = offers.filter(({ slots }) => slots.length > 0).toSorted((a, b) => first(a).localeCompare(first(b)))
  const days = [...new Set(soonest.map((offer) => clinicDayOf(first(offer), timeZone)))]
  const page = (later: number) => ({ pathname: '/' as const, query: { ...asked, ...(later > 0 && { later }) } })
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
          <OfferDay
            key={day}
            day={day}
            now={now}
            offers={soonest.filter((offer) => clinicDayOf(first(offer), timeZone) === day)}
            hold={hold}
          />
        ))}
        {days.length === 0 && (
          <div className="line">
            <div className="when" />
            <div className="what none">
              {offers.length === 0 && <p>{t('nobody')}</p>}
              {offers.length > 0 && !next && <p>{t('empty_body', { phone })}</p>}
              {next && (
                <p>
                  {t('next_on')}{' '}
                  <b>
                    <Time at={next.startsAt} form="dayAndClock" />
                  </b>
                </p>
              )}
              <p>
                <Link prefetch={false} href={offers.length === 0 ? '/' : page(0)}>
                  {t(offers.length === 0 ? 'all_doctors' : 'sooner')}
                </Link>
              </p>
            </div>
          </div>
        )}
        {days.length > 0 && (
          <div className="line">
            <div className="when" />
            <div className="what row">
              <Link prefetch={false} scroll={false} className="btn" href={page(weeks + 1)}>
                {t('later')}
              </Link>
              {weeks > 0 && (
                <Link prefetch={false} scroll={false} href={page(0)}>
                  {t('sooner')}
                </Link>
              )}
            </div>
          </div>
        )}
      </div>
    </section>
  )
}
