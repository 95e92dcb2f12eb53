import { notFound } from 'next/navigation'
import { db } from '@/lib/db/client'
import { isId } from '@/lib/ids'
import { findVisit } from '@/lib/queries/visits'
import { requireDoctor } from '@/lib/session'

/** A visit of the signed-in doctor; for anybody else there is no such page. */
export async function requireOwnVisit(id: string) {
  const { user, doctor } = await requireDoctor()
  const visit = isId(id) ? await findVisit(db(), id) : undefined
  if (visit?.doctor.id !== doctor.id) notFound()
  return { user, visit }
}
