import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { type Interval, intervalOf, isWithin, merged, overlap, spansOverlap, without } from './intervals'

/** Few minutes, so that intervals often touch. */
const length = 12
const anyInterval = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
  .map(([from, minutes]): Interval => [from, Math.min(from + minutes, length)])
const anyIntervals = fc.array(anyInterval, { maxLength: 8 })

/** The minutes that lie in one of the intervals, found by asking each. */
const minutesIn = (...intervals: readonly Interval[]) =>
  Array.from({ length }, (_, minute) => minute).filter((minute) =>
    intervals.some(([from, to]) => from <= minute && minute < to),
  )

test('two intervals overlap just when some minute lies in both', () => {
  const property = fc.property(anyInterval, anyInterval, (first, other) => {
    const both = minutesIn(first).filter((minute) => minutesIn(other).includes(minute))
    expect(overlap(first, other)).toBe(both.length > 0)
  })
  fc.assert(property, { numRuns: 1_000 })
})

test('an interval lies within another just when each of its minutes does', () => {
  const property = fc.property(anyInterval, anyInterval, (inner, outer) => {
    expect(isWithin(inner, outer)).toBe(minutesIn(inner).every((minute) => minutesIn(outer).includes(minute)))
  })
  fc.assert(property, { numRuns: 1_000 })
})

test('merging keeps every minute, adds none, and leaves a pause between each two', () => {
  const property = fc.property(anyIntervals, (intervals) => {
    const result = merged(intervals)
    expect(minutesIn(...result)).toEqual(minutesIn(...intervals))
    for (const [index, [from]] of result.entries()) expect(from).toBeGreaterThan(result[index - 1]?.[1] ?? -1)
  })
  fc.assert(property, { numRuns: 1_000 })
})

test('taking time out of intervals leaves just the minutes that lie outside of it, and no empty interval', () => {
  const property = fc.property(anyIntervals, anyInterval, (intervals, hole) => {
    const result = without(intervals, hole)
    expect(minutesIn(...result)).toEqual(minutesIn(...intervals).filter((minute) => !minutesIn(hole).includes(minute)))
    expect(result.every(([from, to]) => from < to)).toBe(true)
  })
  fc.assert(property, { numRuns: 1_000 })
})

test('a visit that begins as another ends does not overlap it, however its instants are written', () => {
  const first = { startsAt: '2027-03-01T09:00:00.000Z', endsAt: '2027-03-01T09:20:00.000Z' }
  expect(spansOverlap(first, { startsAt: '2027-03-01T09:20:00Z', endsAt: '2027-03-01T09:40:00Z' })).toBe(false)
  expect(spansOverlap(first, { startsAt: '2027-03-01T09:19:59Z', endsAt: '2027-03-01T09:40:00Z' })).toBe(true)
  expect(intervalOf(first)[1] - intervalOf(first)[0]).toBe(20 * minuteMs)
  expect(overlap(['09:00', '12:00'], ['12:00', '13:00'])).toBe(false)
})
