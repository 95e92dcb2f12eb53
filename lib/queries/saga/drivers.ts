import type { Db } from '@/lib/db/client'
import { type Subject, subjectColumns } from '@/lib/domain/subject'

/** Returns until when (ISO instant) somebody may act for this subject; undefined when nobody ever did. */
export async function findDriverEnd(db: Db, subject: Subject): Promise<string | undefined> {
  const driver = await db.driver.findUnique({ where: { subjectId_subjectKind: subjectColumns(subject) } })
  return driver?.until.toISOString()
}
