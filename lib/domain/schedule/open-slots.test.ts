import { describe, expect, test } from 'vitest'
import type { Span } from '@/lib/domain/intervals'
import { hourMs, msBetween } from '@/lib/domain/time'
import { clock } from '@/lib/views/wording'
import { doctors } from '@/prisma/demo/cast'
import { clinicDayOf } from './clinic-days'
import type { DoctorSchedule, VisitLength } from './doctor-schedule'
import { isOffered, openSlots } from './open-slots'
import type { Slot } from './slot'

const doctorId = doctors.helene.id
const open = (opens: string, closes: string, weekdays = [1, 2, 3, 4, 5, 6, 7]) =>
  weekdays.map((weekday) => ({ weekday, opens, closes, fromDay: null, untilDay: null }))
const everyDay = (opens: string, closes: string, timeZone = 'Europe/Paris'): DoctorSchedule => ({
  doctorId,
  timeZone,
  stepMinutes: 30,
  noticeMinutes: 0,
  horizonDays: 84,
  hours: open(opens, closes),
  breaks: [],
  timeOff: [],
  holidays: [],
})
const lasting = (minutes: number, beforeMinutes = 0, afterMinutes = 0) => ({ minutes, beforeMinutes, afterMinutes })

type Asked = { now?: string; days?: number; length?: VisitLength; busy?: Span[] }
const startsOf = (schedule: DoctorSchedule, options: Asked = {}) => {
  const { now = '2026-11-24T00:00:00Z', days = 1, length = lasting(30), busy = [] } = options
  const { timeZone } = schedule
  return openSlots(schedule, length, busy, { now, days, from: clinicDayOf(now, timeZone) }).map(({ startsAt }) =>
    clock(startsAt, { locale: 'fr', timeZone }),
  )
}

describe('open slots', () => {
  test('are the weekly hours cut into steps, and the last visit ends before closing', () => {
    expect(startsOf(everyDay('09:00', '10:45'))).toEqual(['09:00', '09:30', '10:00'])
    expect(startsOf(everyDay('09:00', '10:45'), { length: lasting(60) })).toEqual(['09:00', '09:30'])
    expect(startsOf(everyDay('09:00', '10:45'), { length: lasting(10) })).toEqual(['09:00', '09:30', '10:00', '10:30'])
  })
  test('leave out what has begun and what is busy, and keep what only touches it', () => {
    const busy = [{ startsAt: '2026-11-24T08:40:00Z', endsAt: '2026-11-24T09:00:00Z' }]
    expect(startsOf(everyDay('09:00', '11:00'), { busy, now: '2026-11-24T08:00:00Z' })).toEqual(['10:00', '10:30'])
  })
  test('keep a visit’s buffers clear of other visits, and let them reach out of the opening', () => {
    const busy = [{ startsAt: '2026-11-24T08:30:00Z', endsAt: '2026-11-24T09:00:00Z' }]
    const schedule = everyDay('09:00', '11:30')
    expect(startsOf(schedule, { busy, length: lasting(30, 5, 0) })).toEqual(['09:00', '10:30', '11:00'])
    expect(startsOf(schedule, { busy, length: lasting(30, 0, 5) })).toEqual(['10:00', '10:30', '11:00'])
  })
  test('begin anew after a break, which need be no multiple of the step', () => {
    const breaks = [{ weekday: 2, begins: '10:00', ends: '10:40' }]
    expect(startsOf({ ...everyDay('09:00', '12:00'), breaks })).toEqual(['09:00', '09:30', '10:40', '11:10'])
  })
  test('go on through time off as if it were a visit, and there are none on a holiday', () => {
    const timeOff = [{ startsAt: '2026-11-24T08:20:00Z', endsAt: '2026-11-24T09:10:00Z' }]
    expect(startsOf({ ...everyDay('09:00', '12:00'), timeOff })).toEqual(['10:30', '11:00', '11:30'])
    expect(startsOf({ ...everyDay('09:00', '12:00'), holidays: ['2026-11-24'] })).toEqual([])
  })
  test('come in order from openings in any order; those that meet or overlap are one', () => {
    const apart = [...open('14:00', '15:00'), ...open('09:00', '10:00')]
    expect(startsOf({ ...everyDay('', ''), hours: apart })).toEqual(['09:00', '09:30', '14:00', '14:30'])
    const overlapping = [...open('09:45', '11:00'), ...open('09:00', '10:00')]
    expect(startsOf({ ...everyDay('', ''), hours: overlapping })).toEqual(['09:00', '09:30', '10:00', '10:30'])
  })
  test('follow hours that hold for a while, first and last day included', () => {
    const hours = open('09:00', '10:00').map((opening) => ({
      ...opening,
      fromDay: '2026-11-25',
      untilDay: '2026-11-25',
    }))
    const days = openSlots({ ...everyDay('', ''), hours }, lasting(30), [], {
      now: '2026-11-23T00:00:00Z',
      from: '2026-11-23',
      days: 7,
    })
    expect(days.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-11-25', '2026-11-25'])
  })
  test('keep the doctor’s notice and end with the horizon', () => {
    const schedule = everyDay('09:00', '11:00')
    const now = '2026-11-24T07:30:00Z'
    expect(startsOf({ ...schedule, noticeMinutes: 60 }, { now })).toEqual(['09:30', '10:00', '10:30'])
    expect(startsOf({ ...schedule, horizonDays: 1 }, { now: '2026-11-24T08:30:00Z', days: 7 })).toEqual([
      '10:00',
      '10:30',
      '09:00',
      '09:30',
    ])
  })
  test('none lies in the hour that daylight saving skips', () => {
    expect(startsOf(everyDay('01:00', '04:00'), { now: '2026-03-28T23:30:00Z' })).toEqual([
      '01:00',
      '01:30',
      '03:00',
      '03:30',
    ])
  })
  test('keep their wall-clock hour on both sides of a change, in Paris and in New York', () => {
    for (const [timeZone, now] of [
      ['Europe/Paris', '2026-10-24T12:00:00Z'],
      ['America/New_York', '2026-10-31T12:00:00Z'],
    ] as const) {
      const schedule = everyDay('16:00', '17:00', timeZone)
      const slots = openSlots(schedule, lasting(30), [], { now, from: clinicDayOf(now, timeZone), days: 2 })
      expect(startsOf(schedule, { now, days: 2 })).toEqual(['16:00', '16:30', '16:00', '16:30'])
      expect(msBetween(slots[0]?.startsAt ?? '', slots[2]?.startsAt ?? '')).toBe(25 * hourMs)
    }
  })
})

test('a slot is offered exactly as the hours give it', () => {
  const schedule = everyDay('09:00', '10:00')
  const slot = { doctorId, startsAt: '2026-11-24T08:30:00.000Z', endsAt: '2026-11-24T09:00:00.000Z' }
  const isIt = (change: Partial<Slot>) => isOffered(schedule, lasting(30), { ...slot, ...change })
  expect(isIt({})).toBe(true)
  expect(isIt({ startsAt: '2026-11-24T08:31:00.000Z' })).toBe(false)
  expect(isIt({ endsAt: '2026-11-24T09:30:00.000Z' })).toBe(false)
  expect(isIt({ doctorId: doctors.idris.id })).toBe(false)
})
