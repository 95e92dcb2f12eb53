import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicHead } from '@/app/public-head'
import { requirePage } from '@/app/require-page'
import { StructuredData } from '@/app/structured-data'
import { WholePlace } from '@/components/place/whole-place'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'
import { env } from '@/lib/settings/env'
import { clinicValues } from '@/lib/views/clinic/clinic-values'
import { clinicData } from '@/lib/views/clinic/structured-data'

export async function generateMetadata(): Promise<Metadata> {
  const [t, th, clinic] = await Promise.all([getTranslations('place'), getTranslations('head'), getClinic(db())])
  return publicHead('/contact', { title: t('title'), description: th('contact_description', clinicValues(clinic)) })
}

/** Where the clinic is, how one gets there and in, when it is open, whom to call. */
export default async function ContactPage() {
  await requirePage('/contact')
  const [locale, clinic, profile] = await Promise.all([getLocale(), getClinic(db()), getClinicProfile(db())])
  const place = { ...clinic, ...profile }
  return (
    <>
      <WholePlace place={place} />
      <StructuredData graph={[clinicData(place, { home: env().CARNET_URL, locale })]} />
    </>
  )
}
