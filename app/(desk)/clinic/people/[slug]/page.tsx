import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { changeVisitTypeAction } from '@/app/actions/admin/change-visit-type'
import { saveVisitTypeAction } from '@/app/actions/admin/save-visit-type'
import { requirePage } from '@/app/require-page'
import { VisitTypeForm } from '@/components/clinic/visit-type-form'
import { VisitTypeList } from '@/components/clinic/visit-type-list'
import { BackLink } from '@/components/frame/back-link'
import { Dot } from '@/components/ui/dot'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { listVisitTypes } from '@/lib/queries/clinic/visit-types'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ type?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('types') }
}

/** What one doctor can be visited for. */
export default async function DoctorTypesPage({ params, searchParams }: Props) {
  await requirePage('/clinic')
  const [{ slug }, { type: asked }, t, te, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('clinic'),
    getTranslations('clinic_edit'),
    getLocale(),
  ])
  const doctor = await findDoctorBySlug(db(), slug)
  if (!doctor) notFound()
  const types = await listVisitTypes(db(), doctor.id)
  const chosen = types.find(({ id }) => id === asked)
  const name = doctorName(doctor, locale)
  return (
    <main id="main" className="page">
      <BackLink href="/clinic/people">{t('people')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t('types_title', { doctor: name, count: types.filter(({ isOffered }) => isOffered).length })}</h1>
          <p className="small">
            <Link prefetch={false} href={{ pathname: '/hours', query: { doctor: slug } }}>
              {t('hours_of')}
            </Link>
            <Dot />
            <Link prefetch={false} href={`/clinic/people/${slug}/profile` as Route}>
              {te('profile')}
            </Link>
          </p>
        </div>
      </div>
      <div className="two-columns">
        <VisitTypeList action={changeVisitTypeAction} doctor={slug} types={types} />
        <section className="sheet padded stack gap-4" id="type" aria-labelledby="type-title" key={chosen?.id}>
          <h2 id="type-title">{chosen ? t('change_type', { name: chosen.name[locale] }) : t('new_type')}</h2>
          <VisitTypeForm action={saveVisitTypeAction} doctor={slug} id={chosen?.id ?? newId()} type={chosen} />
          {chosen && (
            <p className="small">
              <Link prefetch={false} href={`/clinic/people/${slug}`}>
                {t('new_type_instead')}
              </Link>
            </p>
          )}
        </section>
      </div>
    </main>
  )
}
