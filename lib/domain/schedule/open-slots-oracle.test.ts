import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '@/lib/domain/intervals'
import { dayMs, laterBy, minuteMs } from '@/lib/domain/time'
import { type Asked, anyAsked, eves } from '@/tests/fixtures/schedules'
import { openSlots } from './open-slots'

test('four thousand doctors’ hours, cut minute by minute with the clock on the wall in view, give the same slots', () => {
  const property = fc.property(anyAsked('0a7c1f6e-0000-4000-8000-000000000001'), (asked) => {
    const { schedule, length, busy, window } = asked
    expect(openSlots(schedule, length, busy, window).map(({ startsAt }) => startsAt)).toEqual(bruteForce(asked))
  })
  // ORACLE_RUNS=10000 takes half a minute.
  fc.assert(property, { numRuns: Number(process.env.ORACLE_RUNS ?? 4_000) })
}, 120_000)

test('the hours drawn lie around real changes of the clock', () => {
  const shifts = eves.map(([timeZone, day]) => new Set(wallOf(timeZone, day).map(({ day }) => day)).size)
  expect(shifts.every((days) => days >= 3)).toBe(true)
  const lengths = eves.map(([timeZone, day]) => wallOf(timeZone, day).filter((row) => row.day === next(day)).length)
  expect(lengths).toEqual([1380, 1500, 1380, 1500, 1470, 1410, 1500, 1380, 1440])
})

/** Walks through every minute there is. Knows of no zone but what `Intl` shows, and of no interval. */
function bruteForce({ schedule, length, busy, window }: Asked): string[] {
  const wall = wallOf(schedule.timeZone, window.from)
  const [first] = wall
  const now = Date.parse(window.now)
  const isIn = (spans: readonly Span[], ms: number) =>
    spans.some(({ startsAt, endsAt }) => Date.parse(startsAt) <= ms && ms < Date.parse(endsAt))
  const found: string[] = []
  for (const day of new Set(wall.map((row) => row.day))) {
    if (day < window.from || schedule.holidays.includes(day)) continue
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
    const isOpen = Array.from({ length: 1440 }, (_, minute) => isOpenAt(schedule, day, weekday, minute))
    let begin = 0
    for (let minute = 0; minute < 1440; minute++) {
      if (!isOpen[minute]) continue
      if (!isOpen[minute - 1]) begin = minute
      if ((minute - begin) % schedule.stepMinutes !== 0) continue
      let close = minute
      while (isOpen[close]) close++
      const at = firstShown(wall, day, (shown) => shown === minute)
      const closedAt = firstShown(wall, day, (shown) => shown >= close)
      if (at === undefined || !first || at + length.minutes > (closedAt ?? 0)) continue
      const ms = first.ms + at * minuteMs
      const around = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => ms + (from + index) * minuteMs)
      if (around(0, length.minutes).some((row) => isIn(schedule.timeOff, row))) continue
      if (around(-length.beforeMinutes, length.minutes + length.afterMinutes).some((row) => isIn(busy, row))) continue
      if (ms <= now || ms < now + schedule.noticeMinutes * minuteMs) continue
      if (ms > now + schedule.horizonDays * 1440 * minuteMs) continue
      found.push(new Date(ms).toISOString())
    }
  }
  return found
}

/** Which of these minutes is the first of a day to show this, or, failing that, the first of the day after. */
function firstShown(wall: readonly Shown[], day: string, isIt: (minute: number) => boolean): number | undefined {
  const begin = wall.findIndex((row) => row.day === day)
  for (let at = begin; at < wall.length; at++) {
    const one = wall[at]
    if (one?.day !== day) return isIt(1440) ? at : undefined
    if (isIt(one.minute)) return at
  }
  return undefined
}

const clocks = Array.from({ length: 1440 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
)

function isOpenAt({ hours, breaks }: Asked['schedule'], day: string, weekday: number, minute: number): boolean {
  const clock = clocks[minute] ?? ''
  const holds = hours.some(
    (row) =>
      row.weekday === weekday &&
      (row.fromDay === null || row.fromDay <= day) &&
      (row.untilDay === null || day <= row.untilDay) &&
      row.opens <= clock &&
      clock < row.closes,
  )
  return holds && !breaks.some((row) => row.weekday === weekday && row.begins <= clock && clock < row.ends)
}

type Shown = { ms: number; day: string; minute: number }
const walls = new Map<string, Shown[]>()

/** What the clock on the wall shows in every minute of three days, and a little more. */
function wallOf(timeZone: string, from: string): Shown[] {
  const known = walls.get(timeZone + from)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const shown: Shown[] = []
  const noon = Date.parse(`${from}T00:00:00Z`) - 24 * 60 * minuteMs
  const end = next(next(next(from)))
  for (let ms = noon; ; ms += minuteMs) {
    const [day = '', clock = ''] = format.format(ms).split(' ')
    if (day < from) continue
    if (day > end) break
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    shown.push({ ms, day, minute: hour * 60 + minute })
  }
  const three = shown.filter(({ day }) => day < end)
  const after = shown.find(({ day }) => day === end)
  const all = after ? [...three, after] : three
  walls.set(timeZone + from, all)
  return all
}

function next(day: string): string {
  return laterBy(`${day}T12:00:00Z`, dayMs).slice(0, 10)
}
