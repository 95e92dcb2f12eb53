import type { Db } from '@/lib/db/client'
import type { WeeklyRules } from '@/lib/domain/schedule/weekly-rules'
import { idFrom } from '@/lib/ids'
import { type CalendarVisit, listVisitsOfDoctor } from './calendar-visits'

/** Weekly rules as they stand. Whoever changes them says which version they had before their eyes. */
export type KeptRules = { rules: WeeklyRules; version: string }

/** Time off that has not ended yet; instants are ISO strings. */
export type KeptTimeOff = { id: string; startsAt: string; endsAt: string }

const dayMs = 86_400_000
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
      return { weekday, opens, closes, fromDay: isoDay(fromDay), untilDay: isoDay(untilDay) }
    }),
    breaks: breaks.map(({ weekday, begins, ends }) => ({ weekday, begins, ends })),
  }
  return { rules, version: idFrom(doctorId, JSON.stringify(rules)) }
}

/** A doctor's time off that has not ended, the soonest first. `now` is an ISO instant. */
export async function listTimeOff(db: Db, doctorId: string, now: string): Promise<KeptTimeOff[]> {
  const rows = await db.timeOff.findMany({
    where: { doctorId, endsAt: { gt: new Date(now) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, startsAt, endsAt }) => ({
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
}

/** A doctor's live visits that have not ended, in order. `now` is an ISO instant. */
export async function listComingVisits(db: Db, doctorId: string, now: string): Promise<CalendarVisit[]> {
  const [from, to] = [-1, farDays].map((days) => new Date(Date.parse(now) + days * dayMs).toISOString())
  const visits = await listVisitsOfDoctor(db, doctorId, from ?? now, to ?? now, now)
  return visits.filter(({ status, endsAt }) => status !== 'ended' && Date.parse(endsAt) > Date.parse(now))
}

/** Postgres' `date` arrives as its midnight in UTC. */
function isoDay(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
