import { hourMs, minuteMs, secondMs } from '@/lib/domain/time'
/** The drawing's own units: the numbers stand left of the plot, the days under it. */
export const chart = { width: 350, height: 150, left: 40, right: 344, top: 14, bottom: 126 } as const

/** Returns the next round number from `max` on: 1, 2 or 5 times a power of ten; 1 for nothing. */
export function roundUp(max: number): number {
  if (max <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(max))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= max * (1 - 1e-9)) ?? 10
  return step * power
}
const roundTimes = [1, 10, 100, secondMs, 10 * secondMs, minuteMs, 10 * minuteMs, hourMs, 10 * hourMs, 100 * hourMs]

/** Round times (ms) from the one below the shortest to the one above the longest: the lines of a scale of powers. */
export function timeTicks(times: readonly number[]): number[] {
  if (times.length === 0) return [100, secondMs, 10 * secondMs]
  const [shortest, longest] = [Math.min(...times), Math.max(...times)]
  const from = roundTimes.findLastIndex((time) => time <= shortest)
  const to = roundTimes.findIndex((time) => time > longest)
  return roundTimes.slice(Math.max(from, 0), to < 0 ? undefined : to + 1)
}

/** Returns where part `index` of `count` stands from left to right: in the middle of its share. */
export function xOf(index: number, count: number): number {
  const share = (chart.right - chart.left) / Math.max(count, 1)
  return round(chart.left + share * (index + 0.5))
}

/** Returns how high a value stands between `low` and `high`. */
export function yOf(value: number, low: number, high: number): number {
  const part = high === low ? 0 : (value - low) / (high - low)
  return round(chart.bottom - part * (chart.bottom - chart.top))
}

/**
 * Returns a line through all values that are known; where one is not, it breaks, and a value between two breaks is a
 * stroke.
 */
export function linePath(values: readonly (number | null)[], low: number, high: number): string {
  let isDrawn = false
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawn = false
        return ''
      }
      const isAlone = !isDrawn && (values[index + 1] ?? null) === null
      const command = isDrawn ? 'L' : 'M'
      isDrawn = true
      const [x, y] = [xOf(index, values.length), yOf(value, low, high)]
      return isAlone ? `M${x - 4} ${y}h8` : `${command}${x} ${y}`
    })
    .join('')
}

/**
 * Returns where a number of milliseconds stands on a scale on which each power of ten takes as much room: 1 ms to 100
 * s.
 */
export function logX(ms: number, left: number): number {
  const part = Math.log10(Math.min(Math.max(ms, 1), 100_000)) / 5
  return round(left + part * (chart.right - left))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
