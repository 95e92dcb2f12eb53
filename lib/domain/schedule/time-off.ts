import type { Span } from '@/lib/domain/intervals'
import { dayMs, msBetween } from '@/lib/domain/time'
import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'
import { clinicDays, daysLater } from './clinic-days'
import { instantAt, readClock, readDay } from './wall-clock'

/**
 * Time off as somebody writes it, on the clinic's wall clock. Without a last day it is one day; without an hour it
 * begins with its first day and ends with its last.
 */
export type WrittenTimeOff = { fromDay: string; fromHour: string; untilDay: string; untilHour: string }

type Field = keyof WrittenTimeOff
const longestDays = 366

/** Returns the time off that was meant, or what is wrong with which field. `now` is an ISO instant. */
export function readTimeOff(written: WrittenTimeOff, timeZone: string, now: string) {
  const { fromDay, fromHour, untilHour } = written
  const untilDay = written.untilDay || fromDay
  const wrong: FieldRefusal<Field>[] = []
  const readEnd = (dayField: Field, hourField: Field, day: string, hour: string, whole: string) => {
    if (day === '') return void wrong.push({ field: dayField, name: 'day_missing' })
    const [readOn, readAt] = [readDay(day), readClock(hour || whole)]
    if (!readOn) return void wrong.push({ field: dayField, name: 'day_unknown' })
    if (!readAt) return void wrong.push({ field: hourField, name: 'clock_unknown' })
    const at = instantAt(readOn, readAt, timeZone, whole === '24:00' ? 'later' : 'earlier')
    if (at.ok) return at.value
    // A whole day may begin or end where the clock is put forward: it reaches as far as the day does.
    if (hour === '') return dayEdge(readOn, whole, timeZone)
    return void wrong.push({ field: hourField, name: at.refused })
  }
  const startsAt = readEnd('fromDay', 'fromHour', fromDay, fromHour, '00:00')
  const endsAt = readEnd('untilDay', 'untilHour', untilDay, untilHour, '24:00')
  if (!startsAt || !endsAt) return refuse('time_off_invalid', wrong.filter(isFirstOfField))
  const found = whatIsWrong({ startsAt, endsAt }, now)
  if (!found) return accept<Span>({ startsAt, endsAt })
  return refuse('time_off_invalid', [
    { field: untilHour && untilDay === fromDay ? 'untilHour' : 'untilDay', name: found },
  ])
}

function whatIsWrong({ startsAt, endsAt }: Span, now: string) {
  if (endsAt <= startsAt) return 'ends_before_begins'
  if (endsAt <= now) return 'time_off_past'
  if (msBetween(startsAt, endsAt) > (longestDays + 1) * dayMs) return 'time_off_too_long'
  return undefined
}

function dayEdge(day: string, whole: string, timeZone: string): string {
  const first = whole === '24:00' ? daysLater(day, 1) : day
  return new Date(clinicDays(first, 1, timeZone)[0]?.beginsMs ?? 0).toISOString()
}

function isFirstOfField({ field }: FieldRefusal, index: number, all: readonly FieldRefusal[]): boolean {
  return all.findIndex((refusal) => refusal.field === field) === index
}
