import type { FreeDay } from '@/components/book-for/book-for'
import { db } from '@/lib/db/client'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { readDay } from '@/lib/domain/schedule/wall-clock'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { listOpenDays } from '@/lib/queries/visit/open-slots'
import { startOfDay } from '@/lib/views/calendar-range'

/** So many days with free hours are shown, looked for in so many of the clinic's. */
const [shown, looked] = [3, 42]
/** More than a day has. */
const allOfADay = 200

type Asked = {
  /** ISO instant. */
  now: string
  /** The day to begin at, as an address says it; today when it is none or over. */
  from: string
}

/** Returns the next days on which a doctor has a free hour for the clinic to book, and the day to go on from (ISO day). */
export async function listFreeDays(doctor: ScheduledDoctor, length: VisitLength, { now, from: asked }: Asked) {
  const today = clinicDayOf(now, doctor.timeZone)
  const from = readDay(asked) ?? today
  const question = { now, days: looked, from: from < today ? today : from, first: allOfADay, by: 'clinic' } as const
  const [open = []] = await listOpenDays(db(), [{ doctor, length }], question)
  const days = open.slice(0, shown).map(
    ({ day, slots }): FreeDay => ({
      day,
      at: startOfDay(day, doctor.timeZone) ?? now,
      hours: slots.map(({ startsAt }) => startsAt),
    }),
  )
  return { days, next: daysLater(days.at(-1)?.day ?? question.from, 1) }
}
