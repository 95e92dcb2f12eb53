import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePage } from '@/app/require-page'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { findVisit } from '@/lib/queries/visit/visits'

/** Returns the visit that a link leads to; without one there is no such page. */
export async function requireLinkedVisit(token: string) {
  const visit = await findOnce(await requirePage('/v', token))
  if (!visit) notFound()
  return visit
}

/** Returns the same for the page's title, which leads nowhere: a link that opens nothing has no title of its own. */
export async function findLinkedVisit(token: string) {
  const link = await findVisitLink(db(), token, isoNow())
  return link?.opens ? findOnce(link.appointmentId) : undefined
}

/** A page and its title show one visit. */
const findOnce = cache((id: string) => findVisit(db(), id))
