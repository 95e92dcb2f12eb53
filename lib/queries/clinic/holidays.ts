import type { Db } from '@/lib/db/client'
import { isoDayOf } from '@/lib/db/iso-day'
import { clinicDays, reachedAt } from '@/lib/domain/schedule/clinic-days'
import type { NamedHoliday } from '@/lib/domain/schedule/french-holidays'
import { namesOfPatients } from '@/lib/queries/people/patients'
import { getClinic } from './clinic'

/** Returns the days of a year on which the clinic is closed, in order. */
export async function listHolidays(db: Db, year: number): Promise<NamedHoliday[]> {
  const rows = await db.holiday.findMany({
    where: { day: { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) } },
    orderBy: { day: 'asc' },
  })
  return rows.map(({ day, nameFr, nameEn }) => ({
    day: isoDayOf(day),
    name: { fr: nameFr, en: nameEn },
  }))
}

/** Returns the live visits of all doctors on these ISO days that have not ended, in order. `now` is an ISO instant. */
export async function listVisitsOnDays(db: Db, days: readonly string[], now: string) {
  const { timeZone } = await getClinic(db)
  const ranges = days
    .flatMap((day) => clinicDays(day, 1, timeZone))
    .map((day) => {
      return { startsAt: { gte: new Date(day.beginsMs), lt: new Date(reachedAt(day, 1440)) } }
    })
  const rows = await db.appointment.findMany({
    where: { status: { not: 'ended' }, endsAt: { gt: new Date(now) }, OR: ranges },
    orderBy: { startsAt: 'asc' },
  })
  const names = await namesOfPatients(
    db,
    rows.map(({ patientId }) => patientId),
  )
  return rows.map(({ id, startsAt, patientId }) => {
    return { id, startsAt: startsAt.toISOString(), patientName: names.get(patientId) ?? '' }
  })
}
