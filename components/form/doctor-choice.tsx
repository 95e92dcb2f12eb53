import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorShortName } from '@/lib/domain/people/doctor-name'

type DoctorChoiceProps = {
  doctors: readonly { slug: string; name: string; form: 'Dre' | 'Dr' }[]
  current: string
  /** The page that shows one of them. */
  path: string
  /** What its address says beside the doctor. */
  also?: Record<string, string>
}

/** Whose page it is, and the way to the others'. */
export function DoctorChoice({ doctors, current, path, also }: DoctorChoiceProps) {
  const t = useTranslations('hours')
  const locale = useLocale()
  return (
    <nav className="filters below-4" aria-label={t('doctors')}>
      {doctors.map((doctor) => (
        <Link
          key={doctor.slug}
          prefetch={false}
          className="chip"
          href={`${path}?${new URLSearchParams({ ...also, doctor: doctor.slug })}` as Route}
          aria-current={doctor.slug === current ? 'true' : undefined}
        >
          {doctorShortName(doctor, locale)}
        </Link>
      ))}
    </nav>
  )
}
