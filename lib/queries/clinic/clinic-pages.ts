import type { Db } from '@/lib/db/client'
import { isoDayOf } from '@/lib/db/iso-day'
import type { ClinicPageName } from '@/lib/domain/clinic-pages'

/** A text that the clinic answers for, as it was last saved. */
export type ClinicPage = {
  /** Who is responsible for it. */
  owner: string
  text: { fr: string; en: string }
  /** The ISO day on which it was last saved. */
  reviewedOn: string
}

/** Returns a text of the clinic's; undefined while nobody has saved one. */
export async function findClinicPage(db: Db, page: ClinicPageName): Promise<ClinicPage | undefined> {
  const row = await db.clinicPage.findUnique({ where: { page } })
  if (!row) return undefined
  return { owner: row.owner, text: { fr: row.textFr, en: row.textEn }, reviewedOn: isoDayOf(row.reviewedOn) }
}
