import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'
import { clinicDays } from '../clinic-days'
import type { DoctorSchedule, OpeningHours } from '../doctor-schedule'
import { instantAt, readClock, readDay } from '../wall-clock'
import { refusedOpening } from '../weekly-rules'

/** An extra opening as somebody writes it: a day, and from when to when on the clinic’s wall clock. */
export type WrittenOpening = { day: string; opens: string; closes: string }

type Field = keyof WrittenOpening

/**
 * Returns the opening of one day that was meant, or what is wrong with which field (`opening_invalid`): no such day or hour,
 * one that is over or a holiday, or one that the doctor receives in anyway. `now` is an ISO instant.
 */
export function readExtraOpening(written: WrittenOpening, schedule: DoctorSchedule, now: string) {
  const { timeZone, hours, holidays } = schedule
  const wrong = (field: Field, name: FieldRefusal<Field>['name']) =>
    refuse('opening_invalid', [{ field, name } as FieldRefusal<Field>])
  const day = readDay(written.day)
  const [opens, closes] = [readClock(written.opens), readClock(written.closes)]
  if (!day) return wrong('day', 'day_unknown')
  if (!opens) return wrong('opens', 'clock_unknown')
  if (!closes) return wrong('closes', 'clock_unknown')
  if (holidays.includes(day)) return wrong('day', 'day_is_holiday')
  const end = instantAt(day, closes, timeZone, 'later')
  if (!end.ok) return wrong('closes', end.refused)
  if (end.value <= now) return wrong('closes', 'time_off_past')
  const weekday = clinicDays(day, 1, timeZone)[0]?.weekday ?? 0
  const opening: OpeningHours = { weekday, opens, closes, fromDay: day, untilDay: day }
  const refused = refusedOpening(opening, hours)
  if (refused) return wrong(refused.part === 'begins' ? 'opens' : 'closes', refused.name)
  return accept(opening)
}
