import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import type { Slot } from '@/lib/domain/schedule/slot'
import { dayMs } from '@/lib/domain/time'
import { startOfDay } from '@/lib/views/calendar-range'
import type { Closed } from './closed-days'

/** Seven days of free hours: which week from today, where it begins (ISO day), and whether there is one after it. */
export type SlotWeek = { week: number; from: string; isLast: boolean }

/** A day with a free hour (ISO day), and which week from today it lies in. */
export type NextDay = { day: string; week: string }

/** A week of a doctor's free hours, as seen at an instant, when nobody can come, and where to look when there is none. */
export type WeekOfSlots = {
  week: SlotWeek
  now: string
  slots: readonly Slot[]
  closed: Closed
  next: NextDay | undefined
}

/** Returns the week of free hours that an address asks for; the nearest there is. `now` is an ISO instant. */
export function slotWeek(
  asked: string | undefined,
  now: string,
  { timeZone, horizonDays }: Pick<DoctorSchedule, 'timeZone' | 'horizonDays'>,
): SlotWeek {
  const last = Math.floor(horizonDays / 7)
  const week = Math.min(Math.max(Number.parseInt(asked ?? '0', 10) || 0, 0), last)
  return { week, from: daysLater(clinicDayOf(now, timeZone), week * 7), isLast: week === last }
}

/** Returns which week from today an instant lies in, as an address says it; this one for what is none. */
export function weekHolding(instant: string, now: string, timeZone: string): string {
  if (Number.isNaN(Date.parse(instant))) return '0'
  const midnight = (at: string) => Date.parse(clinicDayOf(at, timeZone))
  const asked = new Date(instant).toISOString()
  return String(Math.floor((midnight(asked) - midnight(now)) / (7 * dayMs)))
}

/** Returns when a week of free hours begins and ends (ISO instants). */
export function rangeOf({ from }: SlotWeek, { timeZone }: Pick<DoctorSchedule, 'timeZone'>) {
  const [begins, ends] = [startOfDay(from, timeZone), startOfDay(daysLater(from, 7), timeZone)]
  return { from: begins ?? from, to: ends ?? from }
}
