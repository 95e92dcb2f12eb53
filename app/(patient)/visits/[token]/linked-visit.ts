import { notFound } from 'next/navigation'
import { db } from '@/lib/db/client'
import { findVisit } from '@/lib/queries/visits'
import { visitOf } from '@/lib/visit-link'

/** The visit that a signed link leads to; without one there is no such page. */
export async function requireLinkedVisit(token: string) {
  const id = await visitOf(token)
  const visit = id ? await findVisit(db(), id) : undefined
  if (!visit) notFound()
  return visit
}
