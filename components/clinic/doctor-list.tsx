import { CircleDashed } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import styles from './clinic.module.css'

type Listed = {
  slug: string
  name: string
  form: 'Dre' | 'Dr'
  specialty: string
  email: string
  visitTypes: readonly VisitType[]
}

type DoctorListProps = {
  doctors: readonly Listed[]
  /** The addresses by which somebody signs in. */
  signIns: readonly string[]
}

/** The doctors, each with what they can be visited for, and whether they have an account. */
export function DoctorList({ doctors, signIns }: DoctorListProps) {
  const t = useTranslations('clinic')
  const ts = useTranslations('specialty')
  const tp = useTranslations('team')
  const locale = useLocale()
  return (
    <section className="sheet" aria-labelledby="doctors">
      <h2 id="doctors" className="padded">
        {t('doctors')}
      </h2>
      {doctors.length === 0 && <p className={`soft ${styles.empty}`}>{t('doctors_none')}</p>}
      <ul className={styles.kept}>
        {doctors.map(({ slug, specialty, email, visitTypes, ...doctor }) => (
          <li key={slug}>
            <div className="shrinks">
              <p className="strong">
                <Link prefetch={false} href={`/clinic/people/${slug}` as Route}>
                  {doctorName(doctor, locale)}
                </Link>
              </p>
              <p className="small soft">
                {ts(specialty as 'general')} · {email}
              </p>
              <p className="small soft">{visitTypes.map(({ name }) => name[locale]).join(' · ')}</p>
            </div>
            {!signIns.includes(email) && <span className="small mute">{tp('no_account')}</span>}
            {visitTypes.length === 0 && (
              <span className="state waiting">
                <CircleDashed className="icon" aria-hidden="true" />
                {t('receives_nobody')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
