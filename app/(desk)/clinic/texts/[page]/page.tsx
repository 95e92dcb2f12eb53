import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { saveClinicPageAction } from '@/app/actions/admin/save-clinic-page'
import { requirePage } from '@/app/require-page'
import { TextForm } from '@/components/clinic/text-form'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { clinicPages } from '@/lib/domain/clinic-pages'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { findClinicPage } from '@/lib/queries/clinic/clinic-pages'
import { clinicValues } from '@/lib/views/clinic/clinic-values'

type Props = { params: Promise<{ page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page: asked } = await params
  const page = clinicPages.find((one) => one === asked)
  return page ? { title: (await getTranslations('page_name'))(page) } : {}
}

/** A text that the clinic answers for; until it was saved once, the draft in its place. */
export default async function ClinicTextPage({ params }: Props) {
  await requirePage('/clinic')
  const { page: asked } = await params
  const page = clinicPages.find((one) => one === asked) ?? notFound()
  const [t, tc, tn, clinic, saved, fr, en] = await Promise.all([
    getTranslations('clinic_edit'),
    getTranslations('clinic'),
    getTranslations('page_name'),
    getClinic(db()),
    findClinicPage(db(), page),
    getTranslations({ locale: 'fr', namespace: 'page_draft' }),
    getTranslations({ locale: 'en', namespace: 'page_draft' }),
  ])
  const values = clinicValues(clinic)
  const text = saved?.text ?? { fr: fr(page, values), en: en(page, values) }
  return (
    <main id="main" className="page">
      <BackLink href="/clinic">{tc('title')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t('page_title', { page: tn(page) })}</h1>
          {!saved && <p className="small soft">{t('draft')}</p>}
        </div>
        <Link className="button push" prefetch={false} href={`/${page}` as Route}>
          {t('see_page')}
        </Link>
      </div>
      <section className="sheet padded set-off" aria-label={tn(page)}>
        <TextForm action={saveClinicPageAction} page={page} owner={saved?.owner ?? ''} text={text} />
      </section>
    </main>
  )
}
