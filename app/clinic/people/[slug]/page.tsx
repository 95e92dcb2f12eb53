import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { changeVisitTypeAction } from '@/app/actions/change-visit-type'
import { saveVisitTypeAction } from '@/app/actions/save-visit-type'
import { Desk } from '@/app/desk'
import { BackLink } from '@/components/back-link'
import { VisitTypeForm } from '@/components/visit-type-form'
import { VisitTypeList } from '@/components/visit-type-list'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { listVisitTypes } from '@/lib/queries/visit-types'
import { requireRole } from '@/lib/session'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ type?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('types') }
}

/** What one doctor can be visited for. */
export default async function DoctorTypesPage({ params, searchParams }: Props) {
  const user = await requireRole('admin')
  const [{ slug }, { type: asked }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('clinic'),
    getLocale(),
  ])
  const doctor = await findDoctorBySlug(db(), slug)
  if (!doctor) notFound()
  const types = await listVisitTypes(db(), doctor.id)
  const chosen = types.find(({ id }) => id === asked)
  const name = doctorName(doctor, locale)
  return (
    <Desk user={user} current="clinic">
      <main id="main" className="wrap">
        <BackLink href="/clinic/people">{t('people')}</BackLink>
        <div className="head pt-0">
          <div>
            <h1>{t('types_title', { doctor: name, count: types.filter(({ isOffered }) => isOffered).length })}</h1>
            <p className="small">
              <Link prefetch={false} href={{ pathname: '/hours', query: { doctor: slug } }}>
                {t('hours_of')}
              </Link>
            </p>
          </div>
        </div>
        <div className="hoursgrid">
          <VisitTypeList action={changeVisitTypeAction} doctor={slug} types={types} />
          <section className="sheet pad grid gap-4" id="type" aria-labelledby="type-title" key={chosen?.id}>
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
    </Desk>
  )
}
