import { clinicDayOf, daysLater } from './clinic-days'
import type { DoctorSchedule } from './doctor-schedule'

/** Seven days of free hours: which week from today, where it begins (ISO day), and whether there is one after it. */
export type SlotWeek = { week: number; from: string; isLast: boolean }

/** The week of free hours that an address asks for; the nearest there is. `now` is an ISO instant. */
export function slotWeek(
  asked: string | undefined,
  now: string,
  { timeZone, horizonDays }: Pick<DoctorSchedule, 'timeZone' | 'horizonDays'>,
): SlotWeek {
  const last = Math.floor(horizonDays / 7)
  const week = Math.min(Math.max(Number.parseInt(asked ?? '0', 10) || 0, 0), last)
  return { week, from: daysLater(clinicDayOf(now, timeZone), week * 7), isLast: week === last }
}
