import { useLocale } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { unbroken } from '@/lib/views/wording'

/** A doctor's whole name, whose title stays with what follows it. */
export function DoctorName({ doctor }: { doctor: { name: string; form: 'Dre' | 'Dr' } }) {
  return <>{unbroken(doctorName(doctor, useLocale()))}</>
}
