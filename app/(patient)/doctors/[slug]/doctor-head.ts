import type { Metadata, Route } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicHead } from '@/app/public-head'
import { db } from '@/lib/db/client'
import { partsOfAddress } from '@/lib/domain/address'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { photoPath, photoSide } from '@/lib/domain/people/photo'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import type { Doctor } from '@/lib/queries/people/doctors'
import { clinicValues } from '@/lib/views/clinic/clinic-values'

/** What the head of a doctor's page says: who, what for and in which town, with their photo if there is one. */
export async function doctorHead(doctor: Doctor): Promise<Metadata> {
  const [t, tp, locale, clinic, { photo }] = await Promise.all([
    getTranslations('head'),
    getTranslations('practitioner'),
    getLocale(),
    getClinic(db()),
    getDoctorProfile(db(), doctor.id),
  ])
  const who = { doctor: doctorName(doctor, locale), practitioner: tp(doctor.specialty as 'general') }
  const town = partsOfAddress(clinic.address)?.town
  return publicHead(`/doctors/${doctor.slug}` as Route, {
    title: town ? t('doctor_title', { ...who, town }) : t('doctor_title_bare', who),
    isWhole: true,
    description: t('doctor_description', { ...who, ...clinicValues(clinic) }),
    ...(photo && { picture: { url: photoPath(photo), width: photoSide, height: photoSide } }),
  })
}
