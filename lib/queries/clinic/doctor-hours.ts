import type { Db } from '@/lib/db/client'
import { isoDayOf } from '@/lib/db/iso-day'
import type { WeeklyRules } from '@/lib/domain/schedule/weekly-rules'
import { dayMs, laterBy } from '@/lib/domain/time'
import { idFrom } from '@/lib/ids'
import { type CalendarVisit, listVisitsOfDoctor } from '@/lib/queries/calendar/calendar-visits'

/** Weekly rules as they stand. Whoever changes them says which version they had before their eyes. */
export type KeptRules = { rules: WeeklyRules; version: string }

/** Time off that has not ended yet; instants are ISO strings. */
export type KeptTimeOff = { id: string; startsAt: string; endsAt: string; word: string }
const farDays = 3 * 366

/** Throws when there is no such doctor. */
export async function getWeeklyRules(db: Pick<Db, 'doctor'>, doctorId: string): Promise<KeptRules> {
  const { hours, breaks, stepMinutes, noticeMinutes, horizonDays } = await db.doctor.findUniqueOrThrow({
    where: { id: doctorId },
    include: {
      hours: { orderBy: [{ weekday: 'asc' }, { opens: 'asc' }, { fromDay: { sort: 'asc', nulls: 'first' } }] },
      breaks: { orderBy: [{ weekday: 'asc' }, { begins: 'asc' }] },
    },
  })
  const rules = {
    stepMinutes,
    noticeMinutes,
    horizonDays,
    hours: hours.map(({ weekday, opens, closes, fromDay, untilDay }) => {
      return { weekday, opens, closes, fromDay: fromDay && isoDayOf(fromDay), untilDay: untilDay && isoDayOf(untilDay) }
    }),
    breaks: breaks.map(({ weekday, begins, ends }) => ({ weekday, begins, ends })),
  }
  return { rules, version: idFrom(doctorId, JSON.stringify(rules)) }
}

/** Returns a doctor's time off that has not ended, the soonest first. `now` is an ISO instant. */
export async function listTimeOff(db: Db, doctorId: string, now: string): Promise<KeptTimeOff[]> {
  const rows = await db.timeOff.findMany({
    where: { doctorId, endsAt: { gt: new Date(now) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, startsAt, endsAt, word }) => ({
    id,
    word,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
}

/** Returns a doctor's live visits that have not ended, in order. `now` is an ISO instant. */
export async function listComingVisits(db: Db, doctorId: string, now: string): Promise<CalendarVisit[]> {
  const [from, to] = [-1, farDays].map((days) => laterBy(now, days * dayMs))
  const visits = await listVisitsOfDoctor(db, doctorId, from ?? now, to ?? now, now)
  return visits.filter(({ status, endsAt }) => status !== 'ended' && Date.parse(endsAt) > Date.parse(now))
}
