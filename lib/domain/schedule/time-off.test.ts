import { describe, expect, test } from 'vitest'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { doctors, scheduleOf } from '@/prisma/demo/cast'
import { displacedVisits } from './displaced-visits'
import { readTimeOff, type WrittenTimeOff } from './time-off'
import { readClock } from './wall-clock'

const timeZone = 'Europe/Paris'
const now = '2026-11-24T08:00:00.000Z'
const written = (fromDay: string, fromHour = '', untilDay = '', untilHour = ''): WrittenTimeOff => {
  return { fromDay, fromHour, untilDay, untilHour }
}
const read = (written: WrittenTimeOff, at = now) => {
  const result = readTimeOff(written, timeZone, at)
  return result.ok
    ? [result.value.startsAt, result.value.endsAt]
    : result.data.map(({ field, name }) => `${field} ${name}`)
}

test('a time may be written as people write it', () => {
  expect(['8', '8h', '8h30', '0830', '8:30', ' 8 h 30 ', '24:00'].map(readClock)).toEqual([
    ...['08:00', '08:00', '08:30', '08:30', '08:30', '08:30', '24:00'],
  ])
  expect(['', '24:01', '25', '8:5', '8:60', 'noon', '-1'].map(readClock)).toEqual(Array(7).fill(undefined))
})

describe('time off', () => {
  test('is from an hour to an hour on the clinic’s wall clock', () => {
    expect(read(written('2026-12-01', '14:00', '2026-12-02', '9h30'))).toEqual([
      '2026-12-01T13:00:00.000Z',
      '2026-12-02T08:30:00.000Z',
    ])
  })
  test('without hours is whole days, the last included; without a last day it is one', () => {
    expect(read(written('2026-12-01', '', '2026-12-04'))).toEqual([
      '2026-11-30T23:00:00.000Z',
      '2026-12-04T23:00:00.000Z',
    ])
    expect(read(written('2026-12-01', '14:00'))).toEqual(['2026-12-01T13:00:00.000Z', '2026-12-01T23:00:00.000Z'])
  })
  test('on the day the clock goes forward is 23 hours long, and 25 when it goes back', () => {
    expect(read(written('2027-03-28'))).toEqual(['2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'])
    expect(read(written('2027-10-31'))).toEqual(['2027-10-30T22:00:00.000Z', '2027-10-31T23:00:00.000Z'])
  })
  test('cannot begin or end in the hour that daylight saving skips, and takes both of the one that comes twice', () => {
    expect(read(written('2027-03-28', '02:30', '', '10:00'))).toEqual(['fromHour hour_skipped'])
    expect(read(written('2027-03-27', '', '2027-03-28', '2h30'))).toEqual(['untilHour hour_skipped'])
    expect(read(written('2027-10-31', '02:30', '', '02:30'))).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-10-31T01:30:00.000Z',
    ])
  })
  test('whose day begins without midnight is whole all the same', () => {
    const result = readTimeOff(written('2026-09-06'), 'America/Santiago', '2026-09-01T00:00:00Z')
    expect(result).toEqual({
      ok: true,
      value: { startsAt: '2026-09-06T04:00:00.000Z', endsAt: '2026-09-07T03:00:00.000Z' },
    })
  })
  test('is refused by name beside its field', () => {
    expect(read(written(''))).toEqual(['fromDay day_missing', 'untilDay day_missing'])
    expect(read(written('2026-02-30'))).toEqual(['fromDay day_unknown', 'untilDay day_unknown'])
    expect(read(written('2026-12-01', 'noon'))).toEqual(['fromHour clock_unknown'])
    expect(read(written('2026-12-02', '', '2026-12-01'))).toEqual(['untilDay ends_before_begins'])
    expect(read(written('2026-12-01', '14:00', '', '12:00'))).toEqual(['untilHour ends_before_begins'])
    expect(read(written('2026-11-23'))).toEqual(['untilDay time_off_past'])
    expect(read(written('2026-12-01', '', '2028-12-01'))).toEqual(['untilDay time_off_too_long'])
  })
})

describe('the visits that a change hits', () => {
  const helene = scheduleOf(doctors.helene)
  // Tuesday 24 November 2026: 09:00 and 14:00 in Paris, then Saturday, when she does not receive.
  const [morning, afternoon, saturday] = ['2026-11-24T08:00:00Z', '2026-11-24T13:00:00Z', '2026-11-28T08:00:00Z'].map(
    (startsAt) => ({ startsAt, endsAt: laterBy(startsAt, 20 * minuteMs) }),
  ) as [Visit, Visit, Visit]
  type Visit = { startsAt: string; endsAt: string }
  const hitBy = (change: Partial<typeof helene>) =>
    displacedVisits([morning, afternoon, saturday], helene, { ...helene, ...change })

  test('are those in the time off, even by a minute, and not one that only touches it', () => {
    const off = (startsAt: string, endsAt: string) => hitBy({ timeOff: [{ startsAt, endsAt }] })
    expect(off('2026-11-24T12:00:00Z', '2026-11-24T17:00:00Z')).toEqual([afternoon])
    expect(off('2026-11-24T13:19:00Z', '2026-11-24T17:00:00Z')).toEqual([afternoon])
    expect(off('2026-11-24T13:20:00Z', '2026-11-24T17:00:00Z')).toEqual([])
  })
  test('are those outside of the new hours, in a new break, or on a holiday', () => {
    const mornings = helene.hours.filter(({ closes }) => closes === '12:30')
    expect(hitBy({ hours: mornings })).toEqual([afternoon])
    expect(hitBy({ breaks: [{ weekday: 2, begins: '09:10', ends: '09:30' }] })).toEqual([morning])
    expect(hitBy({ holidays: ['2026-11-24'] })).toEqual([morning, afternoon])
  })
  test('are none when only the step changes, and one that lay outside before is not named again', () => {
    expect(hitBy({ stepMinutes: 45 })).toEqual([])
    expect(hitBy({ hours: [] })).toEqual([morning, afternoon])
  })
})
