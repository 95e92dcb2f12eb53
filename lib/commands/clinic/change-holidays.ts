import type { Db } from '@/lib/db/client'
import type { NamedHoliday } from '@/lib/domain/schedule/french-holidays'
import { announce } from '@/lib/event-store/announce'
import { listVisitsOnDays } from '@/lib/queries/clinic/holidays'
import { accept, refuse } from '@/lib/result'

export type AddHolidays = {
  holidays: readonly NamedHoliday[]
  /** The visits, by id, of which whoever adds them was told that they lie on these days. */
  seen: readonly string[]
}

/**
 * The clinic is closed on these days. Visits on them are named first, and neither moved nor cancelled by it; a day
 * that is closed already keeps its name. Refuses `visits_displaced` with the visits. `now` is an ISO instant.
 */
export async function addHolidays(db: Db, { holidays, seen }: AddHolidays, now: string) {
  const known = await db.holiday.findMany({ where: { day: { in: holidays.map(({ day }) => new Date(day)) } } })
  const added = holidays.filter(({ day }) => !known.some((holiday) => holiday.day.toISOString().startsWith(day)))
  const days = added.map(({ day }) => day)
  const visits = days.length > 0 ? await listVisitsOnDays(db, days, now) : []
  if (visits.some(({ id }) => !seen.includes(id))) return refuse('visits_displaced', { visits })
  await db.holiday.createMany({
    data: added.map(({ day, name }) => ({ day: new Date(day), nameFr: name.fr, nameEn: name.en })),
    skipDuplicates: true,
  })
  await announceAll(db)
  return accept(null)
}

/** The clinic is open on this ISO day after all. Safe to repeat. */
export async function removeHoliday(db: Db, day: string): Promise<void> {
  await db.holiday.deleteMany({ where: { day: new Date(day) } })
  await announceAll(db)
}

async function announceAll(db: Db): Promise<void> {
  const doctors = await db.doctor.findMany({ select: { id: true } })
  announce(
    db,
    doctors.map(({ id }) => ({ of: 'hours', doctor: id })),
  )
}
