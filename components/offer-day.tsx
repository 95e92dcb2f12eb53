import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import { dayOf } from '@/lib/domain/schedule/wording'
import { type Offer, OfferLine } from './offer-line'

type OfferDayProps = {
  /** ISO day. */
  day: string
  now: string
  offers: readonly Offer[]
  hold: (form: FormData) => Promise<void>
}

/** A day of the sheet: its name as one says it today, and who is free. */
export function OfferDay({ day, now, offers, hold }: OfferDayProps) {
  const t = useTranslations('landing')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const spoken = dayOf(offers[0]?.slots[0]?.startsAt ?? now, place)
  const today = clinicDayOf(now, place.timeZone)
  const title =
    day === today ? t('today', { day: spoken }) : day === daysLater(today, 1) ? t('tomorrow', { day: spoken }) : spoken
  return (
    <>
      <div className="line part">
        <div className="when" />
        <div className="what">
          <h3 className="day-title first-letter:uppercase">{title}</h3>
        </div>
      </div>
      {offers.map((offer) => (
        <OfferLine key={offer.doctor.id} offer={offer} hold={hold} />
      ))}
    </>
  )
}
