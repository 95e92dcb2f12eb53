import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import type { OpenDay } from '@/lib/views/landing/offer-days'
import { dayOf, unbroken } from '@/lib/views/wording'
import type { HoldAction } from '@/lib/web/form-answer'
import { OfferLine, type OfferWho } from './offer-line'
import styles from './offers.module.css'

type OfferDayProps = {
  /** ISO day. */
  day: string
  now: string
  offers: readonly (OfferWho & OpenDay)[]
  hold: HoldAction
  /** Made with the page: whoever has it owns what is held. */
  proof: string
}

/** A day of the sheet: its name as one says it today, and who is free. */
export function OfferDay({ day, now, offers, hold, proof }: OfferDayProps) {
  const t = useTranslations('landing')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const spoken = unbroken(dayOf(offers[0]?.slots[0]?.startsAt ?? now, place))
  const today = clinicDayOf(now, place.timeZone)
  const title =
    day === today ? t('today', { day: spoken }) : day === daysLater(today, 1) ? t('tomorrow', { day: spoken }) : spoken
  return (
    <>
      <div className="line part">
        <div className="when" />
        <div className="what">
          <h3 className={`${styles.dayTitle} sentence`}>{title}</h3>
        </div>
      </div>
      {offers.map((offer) => (
        <OfferLine key={offer.doctor.id} offer={offer} hold={hold} proof={proof} />
      ))}
    </>
  )
}
