import { useLocale, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'

type DoctorHeadingProps = {
  doctor: { name: string; form: 'Dre' | 'Dr'; specialty: string }
  clinic: { address: string }
}

/** Whose hours these are. */
export function DoctorHeading({ doctor, clinic }: DoctorHeadingProps) {
  const t = useTranslations('specialty')
  return (
    <div className="doctor pb-6">
      <h1>{doctorName(doctor, useLocale())}</h1>
      <p className="soft">
        {t(doctor.specialty as 'general')} · {clinic.address}
      </p>
    </div>
  )
}
