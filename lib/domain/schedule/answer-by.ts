import { intervalOf, without } from '@/lib/domain/intervals'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { type ClinicDay, clinicDayOf, clinicDays, minuteShownAt, reachedAt } from './clinic-days'
import type { DoctorSchedule } from './doctor-schedule'
import { openingsOn } from './open-slots'

/** How much of their working time a doctor may take to answer a request. */
const answerMs = hourMs

/** Whoever is away for longer than this many days is expected to answer at no certain time. */
const daysMax = 30

/**
 * Returns by when a doctor is expected to answer a request that was made at `askedAt` (ISO instants): once an hour of their
 * openings has passed, without breaks, time off and holidays, and then the next full hour of the wall clock. Undefined when
 * they are away for a month.
 */
export function answerBy(schedule: DoctorSchedule, askedAt: string): string | undefined {
  const { timeZone } = schedule
  let leftMs = answerMs
  for (const day of clinicDays(clinicDayOf(askedAt, timeZone), daysMax, timeZone)) {
    for (const [from, to] of workingTime(schedule, day, Date.parse(askedAt))) {
      if (to - from >= leftMs) return atFullHour(day, from + leftMs)
      leftMs -= to - from
    }
  }
  return undefined
}

/** When a doctor works on a day from an instant on, in milliseconds since 1970, in order. */
function workingTime(schedule: DoctorSchedule, day: ClinicDay, since: number) {
  const openings = openingsOn(schedule, day).map(
    ([opens, closes]) => [Math.max(reachedAt(day, opens), since), reachedAt(day, closes)] as const,
  )
  const ahead = openings.filter(([from, to]) => from < to)
  return schedule.timeOff.map(intervalOf).reduce(without, ahead)
}

function atFullHour(day: ClinicDay, at: number): string {
  const hours = Math.ceil((minuteShownAt(day, at) * minuteMs) / hourMs)
  return new Date(reachedAt(day, (hours * hourMs) / minuteMs)).toISOString()
}
