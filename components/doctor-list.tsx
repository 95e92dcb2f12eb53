import { CircleDashed } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'

type Listed = {
  slug: string
  name: string
  form: 'Dre' | 'Dr'
  specialty: string
  email: string
  visitTypes: readonly VisitType[]
}

/** The doctors, each with what they can be visited for. */
export function DoctorList({ doctors }: { doctors: readonly Listed[] }) {
  const t = useTranslations('clinic')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  return (
    <section className="sheet" aria-labelledby="doctors">
      <h2 id="doctors" className="pad">
        {t('doctors')}
      </h2>
      {doctors.length === 0 && <p className="soft px-8 pb-6">{t('doctors_none')}</p>}
      <ul className="kept">
        {doctors.map(({ slug, specialty, email, visitTypes, ...doctor }) => (
          <li key={slug}>
            <div className="min-w-0">
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
