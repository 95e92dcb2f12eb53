import { expect, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { timeScale } from './time-scale'

test('what was done without a break stands in proportion', () => {
  const { place, totalMs, isCut } = timeScale([
    { from: 0, to: 25 },
    { from: 25, to: 100 },
  ])
  expect([0, 25, 50, 100].map(place)).toEqual([0, 25, 50, 100])
  expect({ totalMs, isCut }).toEqual({ totalMs: 100, isCut: false })
})

test('a long wait is cut to as much as was done, and what lies in it keeps its order', () => {
  const { place, totalMs, isCut } = timeScale([
    { from: 0, to: 100 },
    { from: 5 * minuteMs, to: 300_100 },
  ])
  expect([0, 100, 5 * minuteMs, 300_100].map(place)).toEqual([0, 25, 75, 100])
  expect(place(150_050)).toBeCloseTo(50)
  expect({ totalMs, isCut }).toEqual({ totalMs: 300_100, isCut: true })
})

test('that a short wait is cut is not told', () => {
  const stretches = [
    { from: 0, to: 10 },
    { from: 1_010, to: 1_020 },
  ]
  expect(timeScale(stretches).isCut).toBe(false)
})

test('many waits together take no more than what was done', () => {
  const stretches = [0, 1, 2, 3, 4].map((n) => ({ from: n * minuteMs, to: n * minuteMs + 100 }))
  const { place } = timeScale(stretches)
  const widths = stretches.map(({ from, to }) => place(to) - place(from))
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(50)
})

test('nothing, and one instant, have a place too', () => {
  expect(timeScale([]).place(5)).toBe(0)
  const { place } = timeScale([{ from: 7, to: 7 }])
  expect(Number.isFinite(place(7))).toBe(true)
})

test('an instant outside of the scale stands at its end', () => {
  const { place } = timeScale([{ from: 100, to: 200 }])
  expect([place(0), place(900)]).toEqual([0, 100])
})
