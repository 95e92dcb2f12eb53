import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import { dayMs, laterBy } from '@/lib/domain/time'
import { type Doctor, getDoctorById } from '@/lib/queries/people/doctors'

/** A visit as a feed tells of it: nothing of who comes. Instants are ISO strings. */
export type FeedVisit = {
  id: string
  version: number
  startsAt: string
  endsAt: string
  updatedAt: string
  state: 'requested' | 'confirmed' | 'completed' | 'no_show'
  visitType: { fr: string; en: string } | null
}
const pastDays = 30
const aheadDays = 365
const keptWhenEnded = ['completed', 'no_show', 'reopened'] satisfies EndedBecause[]

/** Returns since when a doctor's visits can be read by an address (ISO instant); null when they cannot. */
export async function findFeedSince(db: Db, doctorId: string): Promise<string | null> {
  return (await db.calendarFeed.findUnique({ where: { doctorId } }))?.createdAt.toISOString() ?? null
}

/** Returns the doctor whose visits may be read with this token; undefined for one that was never given, or is over. */
export async function findFeedDoctor(db: Db, token: string): Promise<Doctor | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const feed = await db.calendarFeed.findUnique({ where: { tokenHash: tokenHash(token) } })
  return feed ? getDoctorById(db, feed.doctorId) : undefined
}

/**
 * A doctor's visits from thirty days before `now` (ISO instant) to a year ahead, in order. What was called off or
 * declined is not among them.
 */
export async function listFeedVisits(db: Db, doctorId: string, now: string): Promise<FeedVisit[]> {
  const [rows, types] = await Promise.all([
    db.appointment.findMany({
      where: {
        doctorId,
        endsAt: { gte: new Date(laterBy(now, -pastDays * dayMs)) },
        startsAt: { lt: new Date(laterBy(now, aheadDays * dayMs)) },
        OR: [{ status: { not: 'ended' } }, { endedBecause: { in: keptWhenEnded } }],
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
    db.visitType.findMany({ where: { doctorId } }),
  ])
  return rows.map((row) => {
    const type = types.find(({ id }) => id === row.visitTypeId)
    return {
      id: row.id,
      version: row.version,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      state: stateOf(row),
      visitType: type ? { fr: type.nameFr, en: type.nameEn } : null,
    }
  })
}

/** A visit that was reopened after all stands as it did before. */
function stateOf({ status, endedBecause }: { status: string; endedBecause: string | null }): FeedVisit['state'] {
  if (status === 'requested') return 'requested'
  return endedBecause === 'completed' || endedBecause === 'no_show' ? endedBecause : 'confirmed'
}
