import { ListChecks, MapPin } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DoctorName } from '@/components/ui/doctor-name'
import { Time } from '@/components/ui/time'
import { ZoneNote } from '@/components/ui/zone-note'
import type { ShownVisit } from '@/components/visit/visit'
import { CallButton } from './call-button'
import { DateTile } from './date-tile'
import { Directions } from './directions'
import styles from './visit-page.module.css'

type VisitSlipProps = {
  visit: ShownVisit & { endsAt: string; doctor: { slug: string } }
  clinic: { name: string; address: string; phone: string }
  /** What to bring and to tell beforehand; nothing once it has ended. */
  children?: ReactNode
}

/** What one takes along: the day, who comes to whom, where and how to get there, what to prepare. */
export function VisitSlip({ visit, clinic, children }: VisitSlipProps) {
  const t = useTranslations()
  const locale = useLocale() as 'fr' | 'en'
  const { startsAt, endsAt, doctor, visitType } = visit
  return (
    <section className={`sheet ${styles.slip}`} aria-labelledby="facts">
      <h2 id="facts" className="visually-hidden">
        {t('status.the_visit')}
      </h2>
      <div className="ledger">
        <div className="line">
          <DateTile at={startsAt} />
          <div className="what">
            <h3>
              <Time at={startsAt} form="clock" /> – <Time at={endsAt} form="clock" />
            </h3>
            <p>
              <ZoneNote of={[startsAt]} />
            </p>
            <p className="strong">{visit.patientName}</p>
            <p>
              <Link prefetch={false} href={`/doctors/${doctor.slug}` as Route}>
                <DoctorName doctor={doctor} />
              </Link>
              , {t(`specialty.${doctor.specialty as 'general'}`).toLocaleLowerCase(locale)}
            </p>
            {visitType && <p>{visitType[locale]}</p>}
          </div>
        </div>
        <div className="line">
          <div className={styles.margin}>
            <MapPin className="icon" aria-hidden="true" />
          </div>
          <div className="what">
            <h3>{clinic.name}</h3>
            <p>{clinic.address}</p>
            {children && (
              <div className={`row fill ${styles.acts}`}>
                <Directions address={clinic.address} />
                <CallButton phone={clinic.phone} />
              </div>
            )}
          </div>
        </div>
        {children && (
          <div className="line">
            <div className={styles.margin}>
              <ListChecks className="icon" aria-hidden="true" />
            </div>
            <div className="what">
              <h3>{t('visit_page.prepare')}</h3>
              {children}
            </div>
          </div>
        )}
      </div>
    </section>
  )
}
