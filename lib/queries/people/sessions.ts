import type { Db } from '@/lib/db/client'

/** A browser in which somebody is signed in. */
export type OpenSession = { id: string; since: string }

/** Returns where somebody of the clinic is signed in at `now` (ISO instant), the latest first. */
export async function listSessions(db: Db, userId: string, now: string): Promise<OpenSession[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date(now) } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  })
  return rows.map(({ id, createdAt }) => ({ id, since: createdAt.toISOString() }))
}
