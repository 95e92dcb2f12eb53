import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'
import { linkEndsAt, readVisitToken } from '@/lib/domain/appointment/visit-token'
import { getSlot } from './visit-details'

/** A link that was given to somebody: it opens its visit's page, or no longer does, and why. */
export type FoundLink = { appointmentId: string; opens: true } | { opens: false; because: 'over' | 'replaced' }

/**
 * Returns the link of which this token is shown, as people copy or type it; undefined when it was never made. What is
 * no token costs the same question as one that is. `now` is an ISO instant.
 */
export async function findVisitLink(db: Db, shown: string, now: string): Promise<FoundLink | undefined> {
  const link = await db.visitLink.findUnique({ where: { tokenHash: tokenHash(readVisitToken(shown)) } })
  if (!link) return undefined
  const { appointmentId } = link
  if (link.revokedAt) return { opens: false, because: 'replaced' }
  if (linkEndsAt(await getSlot(db, appointmentId)) <= now) return { opens: false, because: 'over' }
  return { appointmentId, opens: true }
}
