import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicHead } from '@/app/public-head'
import { ClinicText } from '@/components/place/clinic-text'
import { db } from '@/lib/db/client'
import type { ClinicPageName } from '@/lib/domain/clinic-pages'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { findClinicPage } from '@/lib/queries/clinic/clinic-pages'
import { clinicValues } from '@/lib/views/clinic/clinic-values'

/** What the head of a page of the clinic's texts says. */
export async function clinicTextHead(page: ClinicPageName): Promise<Metadata> {
  const [tn, t, clinic] = await Promise.all([getTranslations('page_name'), getTranslations('head'), getClinic(db())])
  const title = tn(page)
  return publicHead(`/${page}`, { title, description: t('page_description', { title, ...clinicValues(clinic) }) })
}

/** A text as the clinic saved it; until somebody has, the draft, for which the clinic as a whole answers. */
export async function ClinicTextPage({ page }: { page: ClinicPageName }) {
  const [tn, t, locale, clinic, saved] = await Promise.all([
    getTranslations('page_name'),
    getTranslations('page_draft'),
    getLocale(),
    getClinic(db()),
    findClinicPage(db(), page),
  ])
  const text = saved?.text[locale] ?? t(page, clinicValues(clinic))
  const { owner, reviewedOn } = saved ?? { owner: clinic.name, reviewedOn: null }
  return <ClinicText title={tn(page)} text={text} owner={owner} reviewedOn={reviewedOn} />
}
