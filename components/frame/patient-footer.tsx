import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { Address } from '@/components/ui/place/address'
import { EmergencyNumbers } from '@/components/ui/place/emergency-numbers'
import { OpeningHours } from '@/components/ui/place/opening-hours'
import { clinicPages } from '@/lib/domain/clinic-pages'
import type { ClinicHours } from '@/lib/domain/schedule/clinic-hours'
import styles from './footer.module.css'

export type FootedClinic = {
  name: string
  address: string
  phone: string
  hours: readonly ClinicHours[]
  emergencyNumbers: readonly string[]
}

/** At the foot of every patient's page: where the clinic is, when it answers, whom to call instead, what it answers for. */
export function PatientFooter({ clinic }: { clinic: FootedClinic }) {
  const t = useTranslations('page')
  const tp = useTranslations('place')
  const tn = useTranslations('page_name')
  return (
    <footer className="page">
      <div className={styles.foot}>
        <address>
          <p>
            <b>{clinic.name}</b>
          </p>
          <p>
            <Address address={clinic.address} />
          </p>
          <p>
            <PhoneLink phone={clinic.phone} />
          </p>
          <OpeningHours hours={clinic.hours} />
        </address>
        <EmergencyNumbers numbers={clinic.emergencyNumbers} />
        <nav className="row not-printed" aria-label={tp('about_clinic')}>
          <Link prefetch={false} href={'/contact' as Route}>
            {tp('title')}
          </Link>
          {clinicPages.map((page) => (
            <Link key={page} prefetch={false} href={`/${page}` as Route}>
              {tn(page)}
            </Link>
          ))}
          <Link prefetch={false} href="/sign-in">
            {t('staff')}
          </Link>
        </nav>
      </div>
    </footer>
  )
}
