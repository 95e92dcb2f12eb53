import { createTranslator } from 'use-intl/core'
import { saveClinicPage } from '@/lib/commands/clinic/save-clinic-page'
import type { Db } from '@/lib/db/client'
import { type ClinicPageName, clinicPages } from '@/lib/domain/clinic-pages'
import { clinicValues } from '@/lib/views/clinic/clinic-values'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { clinic } from './cast'
import { reviewed } from './profiles'

/** Saves the drafts of the texts that the clinic answers for, as somebody there would; what was changed since stays. */
export async function writeClinicPages(db: Db): Promise<void> {
  for (const page of clinicPages) {
    if (await db.clinicPage.findUnique({ where: { page } })) continue
    await saveClinicPage(db, { page, ...reviewed, text: { fr: draftOf(page, 'fr'), en: draftOf(page, 'en') } })
  }
}

function draftOf(page: ClinicPageName, locale: 'fr' | 'en'): string {
  const t = createTranslator({ locale, messages: locale === 'fr' ? fr : en, namespace: 'page_draft' })
  return t(page, clinicValues(clinic))
}
