import { notFound, redirect } from 'next/navigation'
import { requirePage } from '@/app/require-page'
import { db } from '@/lib/db/client'
import { isId } from '@/lib/ids'
import { findVisit } from '@/lib/queries/visit/visits'
import { deskVisitPath } from '@/lib/views/visit-path'

/** Returns a visit of the signed-in doctor; the desk has pages of its own, for anybody else there is no such page. */
export async function requireOwnVisit(id: string) {
  const { doctor } = await requirePage('/calendar')
  if (!doctor) redirect(deskVisitPath('staff', id))
  const visit = isId(id) ? await findVisit(db(), id) : undefined
  if (visit?.doctor.id !== doctor.id) notFound()
  return visit
}
