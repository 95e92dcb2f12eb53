import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { HoldForm } from '@/components/booking/hold-form'
import { HourButton } from '@/components/form/hour-button'
import { DoctorName } from '@/components/ui/doctor-name'
import { Dot } from '@/components/ui/dot'
import { Portrait } from '@/components/ui/portrait'
import { Time } from '@/components/ui/time'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { Slot } from '@/lib/domain/schedule/slot'
import { bookPath } from '@/lib/views/book-path'
import type { OpenDay } from '@/lib/views/landing/offer-days'
import { roomFor } from '@/lib/views/slots/room-for'
import { clock, dayOf } from '@/lib/views/wording'
import type { HoldAction } from '@/lib/web/form-answer'
import styles from './offers.module.css'

/** Whose hours they are, and for what, where that was asked. */
export type OfferWho = {
  doctor: { id: string; slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string; photo: string | null }
  type: { id: string; name: { fr: string; en: string } } | undefined
}

type OfferLineProps = {
  offer: OfferWho & OpenDay
  hold: HoldAction
  /** Made with the page: whoever has it owns what is held. */
  proof: string
}

/** So many hours stand on a line. */
const [onDesk, onPhone] = [3, 2]

/** One doctor on a day: the first hour in the margin, the next beside the name, and where the others are. */
export function OfferLine({ offer: { doctor, type, day, slots, count }, hold, proof }: OfferLineProps) {
  const t = useTranslations('landing')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const name = doctorName(doctor, locale)
  const page = (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...(type && { type: type.id }), ...more }).toString()
    return `/doctors/${doctor.slug}${query && `?${query}`}` as Route
  }
  const [first, ...rest] = slots.slice(0, roomFor(count, onDesk))
  const others = { desk: count - roomFor(count, onDesk), phone: count - roomFor(count, onPhone) }
  if (!first) return null
  const hour = ({ startsAt }: Slot, className: string) => (
    <HourButton
      key={startsAt}
      className={className}
      name="slot"
      value={startsAt}
      formAction={bookPath(doctor.slug, { startsAt }, { type: type?.id })}
      aria-label={t('book', { time: clock(startsAt, place), doctor: name, day: dayOf(startsAt, place) })}
    >
      <Time at={startsAt} form="clock" />
    </HourButton>
  )
  return (
    <HoldForm action={hold} proof={proof} className="line">
      <input type="hidden" name="doctor" value={doctor.slug} />
      {type && <input type="hidden" name="type" value={type.id} />}
      <div className="when">{hour(first, `${styles.time} ${styles.first}`)}</div>
      <div className="what">
        <div className={styles.who}>
          <span className="not-on-phone">
            <Portrait name={doctor.name} photo={doctor.photo} size="small" />
          </span>
          <div className="shrinks">
            <h4 className={styles.name}>
              <Link prefetch={false} href={page()}>
                <DoctorName doctor={doctor} />
              </Link>
            </h4>
            <p className="small soft">
              {ts(doctor.specialty as 'general')}
              {type && (
                <>
                  <Dot />
                  {type.name[locale as 'fr' | 'en']}
                </>
              )}
            </p>
          </div>
        </div>
        <div className={styles.times}>
          {rest.map((slot, index) =>
            hour(slot, `${styles.time} ${index + 1 < roomFor(count, onPhone) ? '' : 'not-on-phone'}`),
          )}
          {others.phone > 0 && (
            <Link
              prefetch={false}
              className={`${styles.more} ${others.desk > 0 ? '' : 'phone-only'}`}
              href={page({ day })}
            >
              {others.desk > 0 && <span className="not-on-phone">{t('more', { count: others.desk })}</span>}
              <span className="phone-only">{t('more', { count: others.phone })}</span>
              <span className="visually-hidden">
                {t('more_of', { doctor: name, day: dayOf(first.startsAt, place) })}
              </span>
            </Link>
          )}
        </div>
      </div>
    </HoldForm>
  )
}
