import type { Db } from '@/lib/db/client'
import type { ClinicPageName } from '@/lib/domain/clinic-pages'

export type SaveClinicPage = {
  page: ClinicPageName
  owner: string
  text: { fr: string; en: string }
  /** The ISO day on which it is saved. */
  reviewedOn: string
}

/** Saves a text that the clinic answers for, with who is responsible for it. Safe to repeat. */
export async function saveClinicPage(db: Db, { page, owner, text, reviewedOn }: SaveClinicPage): Promise<void> {
  const row = { owner, textFr: text.fr, textEn: text.en, reviewedOn: new Date(reviewedOn) }
  await db.clinicPage.upsert({ where: { page }, create: { page, ...row }, update: row })
}
