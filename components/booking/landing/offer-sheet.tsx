import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Day } from '@/components/ui/day'
import { PhoneLink } from '@/components/ui/phone-link'
import type { OfferDays } from '@/lib/views/landing/offer-days'
import type { HoldAction } from '@/lib/web/form-answer'
import { OfferDay } from './offer-day'
import type { OfferWho } from './offer-line'
import styles from './offers.module.css'

type OfferSheetProps = OfferDays<OfferWho> & {
  /** Whether it begins today. */
  isFirst: boolean
  heading: string
  /** What was typed, when nothing is called so and all this only comes near it. */
  guess: string | undefined
  /** What was asked for, which the next page is asked for too. */
  asked: { specialty?: string; q?: string }
  now: string
  phone: string
  /** Keeps an hour and opens its form. */
  hold: HoldAction
  /** Made with the page: whoever has it owns what is held. */
  proof: string
}

/** Free hours by day: the first of each doctor stands in the margin, the next beside the name; and the way to what comes next. */
export function OfferSheet({ days, onward, isFirst, heading, guess, asked, ...page }: OfferSheetProps) {
  const t = useTranslations('landing')
  const { now, phone, hold, proof } = page
  const isPlain = !guess && Object.keys(asked).length === 0
  return (
    <section className="sheet" aria-labelledby="next-slots">
      <div className={`ledger ${styles.offer}`}>
        <div className={isPlain ? 'visually-hidden' : 'line'}>
          <div className="when" />
          <div className="what title">
            <h2 id="next-slots">{heading}</h2>
            {guess && <p className="soft">{t('guess', { typed: guess })}</p>}
          </div>
        </div>
        {days.map(({ day, offers }) => (
          <OfferDay key={day} day={day} now={now} offers={offers} hold={hold} proof={proof} />
        ))}
        {(onward || !isFirst || days.length === 0) && (
          <div className="line">
            <div className="when" />
            <div className="what row">
              {days.length === 0 && (
                <p>
                  {t(isFirst ? 'none_free' : 'none_later')}{' '}
                  {t.rich('or_call', { phone: () => <PhoneLink phone={phone} /> })}
                </p>
              )}
              {onward && (
                <Link
                  prefetch={false}
                  className={`button ${styles.onward}`}
                  href={{ pathname: '/', query: { ...asked, from: onward } }}
                >
                  <span>
                    {t('onward')} <Day day={onward} form="dayAndMonth" />
                  </span>
                </Link>
              )}
              {!isFirst && (
                <Link prefetch={false} href={{ pathname: '/', query: asked }}>
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
