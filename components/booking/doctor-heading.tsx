import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DoctorName } from '@/components/ui/doctor-name'
import { Portrait } from '@/components/ui/portrait'
import type { DoctorProfile } from '@/lib/domain/people/doctor-profile'
import { upperFirst } from '@/lib/domain/people/upper-first'
import styles from './doctor.module.css'

type DoctorHeadingProps = {
  doctor: { name: string; form: 'Dre' | 'Dr'; specialty: string }
  profile: Pick<DoctorProfile, 'sector' | 'takesNewPatients'> & { photo: string | null }
  /** What heads the page, or a part of it. */
  as?: 'h1' | 'h2'
}

/** Whose hours these are: a face or initials, what for, on what terms, and whether somebody new may come. */
export function DoctorHeading({ doctor, profile, as: Heading = 'h1' }: DoctorHeadingProps) {
  const t = useTranslations('profile')
  const tp = useTranslations('practitioner')
  const { sector, takesNewPatients, photo } = profile
  const what = [tp(doctor.specialty as 'general'), sector && t(`sector_${sector}`)].filter(Boolean).join(', ')
  return (
    <div className={`doctor below-5 ${styles.head}`}>
      <Portrait name={doctor.name} photo={photo} size="large" />
      <div className="shrinks">
        <Heading>
          <DoctorName doctor={doctor} />
        </Heading>
        <p className="soft">{upperFirst(what)}</p>
        {takesNewPatients !== null && (
          <p className={`small ${styles.new}`} data-taken={takesNewPatients}>
            <UserPlus className="icon" aria-hidden="true" /> {t(takesNewPatients ? 'new_patients' : 'no_new_patients')}
          </p>
        )}
      </div>
    </div>
  )
}
