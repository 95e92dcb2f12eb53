import { expect, test } from 'vitest'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { chart, linePath, logX, roundUp, timeTicks, xOf, yOf } from './chart-geometry'

test('an axis ends at a round number, never under the highest value', () => {
  expect([0, 0.3, 1, 1.2, 4, 5, 7, 10, 2_300].map(roundUp)).toEqual([1, 0.5, 1, 2, 5, 5, 10, 10, 5_000])
})

test('a time axis goes from the round time below the shortest to the one above the longest', () => {
  expect(timeTicks([40, 700, 2_400])).toEqual([10, 100, 1_000, 10_000])
  expect(timeTicks([59_000, 14 * minuteMs])).toEqual([10_000, minuteMs, 10 * minuteMs, hourMs])
  expect(timeTicks([100])).toEqual([100, 1_000])
  expect(timeTicks([0.2])).toEqual([1])
  expect(timeTicks([400 * hourMs])).toEqual([100 * hourMs])
  expect(timeTicks([])).toHaveLength(3)
})

test('the lowest value stands at the bottom, the highest at the top', () => {
  expect([yOf(0, 0, 10), yOf(10, 0, 10)]).toEqual([chart.bottom, chart.top])
  expect(yOf(3, 3, 3)).toBe(chart.bottom)
})

test('every part has the same share of the width', () => {
  const [first, second, third] = [0, 1, 2].map((index) => xOf(index, 3))
  expect((second ?? 0) - (first ?? 0)).toBeCloseTo((third ?? 0) - (second ?? 0), 0)
  expect(second).toBe((chart.left + chart.right) / 2)
})

test('a line breaks where nothing was measured, and does not invent it', () => {
  expect(linePath([1, 2, null, 3], 0, 4).match(/[ML]/g)).toEqual(['M', 'L', 'M'])
  expect(linePath([null, null], 0, 4)).toBe('')
  expect(linePath([null, 3, null], 0, 4)).toMatch(/^M[\d. ]+h8$/)
})

test('each power of ten takes as much room', () => {
  const steps = [1, 10, 100, 1_000].map((ms) => logX(ms, 50))
  const [first, ...gaps] = steps.slice(1).map((x, index) => Math.round(x - (steps[index] ?? 0)))
  expect(gaps.every((gap) => Math.abs(gap - (first ?? 0)) <= 1)).toBe(true)
  expect(logX(0, 50)).toBe(50)
})
