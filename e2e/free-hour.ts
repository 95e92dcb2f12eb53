import { test } from '@playwright/test'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { backstage } from './backstage'

/** An hour to book (ISO instant), the clinic's day it is on, and how many weeks after today a page shows it. */
type FreeHour = { startsAt: string; day: string; week: number }

/** The days of doctors that tests of this worker were given, by test and doctor. */
const ownDays = new Map<string, string>()
const weeksAhead = 12

/**
 * Returns the first free hour of a day that is the running test's own: when the test first asks nobody comes to this doctor on
 * it, and no other test is given it. So tests meet nowhere, whatever each of them books, and in whatever order they run.
 */
export function freeHour(slug: string): Promise<FreeHour> {
  return backstage(async (db) => {
    const now = isoNow()
    const doctor = await findDoctorBySlug(db, slug)
    if (!doctor) throw new Error(`the cast has no doctor ${slug}`)
    const wanted = { doctor, length: usualVisit(doctor) }
    const open = (await listOpenSlots(db, [wanted], { now, days: weeksAhead * 7 })).get(doctor.id)?.slots ?? []
    const claims = await db.slotClaim.findMany({ where: { doctorId: doctor.id }, select: { startsAt: true } })
    const dayOf = (instant: string) => clinicDayOf(instant, doctor.timeZone)
    const taken = new Set([...claims.map(({ startsAt }) => dayOf(startsAt.toISOString())), ...ownDays.values()])
    const weeks = Array.from({ length: weeksAhead }, (_, week) => daysLater(dayOf(now), week * 7))
    const asking = `${test.info().testId} ${slug}`
    const day = ownDays.get(asking) ?? open.map(({ startsAt }) => dayOf(startsAt)).find(isOwn)
    function isOwn(found: string): boolean {
      return found >= (weeks[1] ?? '') && !taken.has(found)
    }
    const hour = open.find(({ startsAt }) => dayOf(startsAt) === day)
    if (!day || !hour) throw new Error(`${slug} has no day left that nobody comes on`)
    ownDays.set(asking, day)
    return { startsAt: hour.startsAt, day, week: weeks.findLastIndex((begin) => begin <= day) }
  })
}
