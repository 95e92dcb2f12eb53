import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { removePhotoAction } from '@/app/actions/admin/remove-photo'
import { setDoctorProfileAction } from '@/app/actions/admin/set-doctor-profile'
import { requirePage } from '@/app/require-page'
import { PhotoForm } from '@/components/clinic/photo-form'
import { ProfileForm } from '@/components/clinic/profile-form'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { doctorName, theDoctor } from '@/lib/domain/people/doctor-name'
import { spokenLanguages } from '@/lib/domain/people/spoken-languages'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { languageNames } from '@/lib/views/clinic/opening-words'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ photo?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic_edit'))('profile') }
}

/** What patients read of one doctor, and the face they see. */
export default async function DoctorProfilePage({ params, searchParams }: Props) {
  await requirePage('/clinic')
  const [{ slug }, { photo: became }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('clinic_edit'),
    getLocale(),
  ])
  const doctor = (await findDoctorBySlug(db(), slug)) ?? notFound()
  const name = doctorName(doctor, locale)
  // Browsers leave names out that the server knows.
  const named = spokenLanguages.map((code) => ({ code, label: upperFirst(languageNames([code], locale)) }))
  const { photo, ...profile } = await getDoctorProfile(db(), doctor.id)
  return (
    <main id="main" className="page">
      <BackLink href={`/clinic/people/${slug}`}>{name}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t('profile_title', { doctor: theDoctor(doctor, locale) })}</h1>
          <p className="small soft">{t('profile_lead')}</p>
        </div>
        <Link className="button push" prefetch={false} href={`/doctors/${slug}` as Route}>
          {t('see_page')}
        </Link>
      </div>
      <div className="two-columns">
        <section className="sheet padded" aria-label={t('profile')}>
          <ProfileForm action={setDoctorProfileAction} doctor={slug} profile={profile} languages={named} />
        </section>
        <section className="sheet padded stack gap-4" id="photo" aria-labelledby="photo-title">
          <h2 id="photo-title">{t('photo')}</h2>
          <PhotoForm doctor={doctor} photo={photo} became={await wordOf(became)} remove={removePhotoAction} />
        </section>
      </div>
    </main>
  )
}

/** What is said of a photo that was just sent. The address is anybody's to write: only what we write there is read. */
async function wordOf(became: string | undefined) {
  const [t, tr] = await Promise.all([getTranslations('clinic_edit'), getTranslations('refusal')])
  if (became === 'saved') return { isSaved: true, words: t('photo_saved') }
  const refused = (['photo_missing', 'photo_too_large', 'photo_unreadable', 'not_sent'] as const).find(
    (name) => name === became,
  )
  return refused && { isSaved: false, words: tr(refused) }
}
