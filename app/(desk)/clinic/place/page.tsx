import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { setClinicProfileAction } from '@/app/actions/admin/set-clinic-profile'
import { requirePage } from '@/app/require-page'
import { PlaceForm } from '@/components/clinic/place-form'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic_edit'))('place') }
}

/** What whoever was never at the clinic reads of it. */
export default async function PlacePage() {
  await requirePage('/clinic')
  const [t, tc, clinic, profile] = await Promise.all([
    getTranslations('clinic_edit'),
    getTranslations('clinic'),
    getClinic(db()),
    getClinicProfile(db()),
  ])
  return (
    <main id="main" className="page">
      <BackLink href="/clinic">{tc('title')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t('place_title', { clinic: clinic.name })}</h1>
          <p className="small soft">{t('place_lead')}</p>
        </div>
        <Link className="button push" prefetch={false} href="/contact">
          {t('see_page')}
        </Link>
      </div>
      <section className="sheet padded set-off" aria-label={t('place')}>
        <PlaceForm action={setClinicProfileAction} place={profile} />
      </section>
    </main>
  )
}
