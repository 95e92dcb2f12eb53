/** The drawing's own units: the numbers stand left of the plot, the days under it. */
export const chart = { width: 350, height: 150, left: 40, right: 344, top: 14, bottom: 126 } as const

/** The next round number from `max` on: 1, 2 or 5 times a power of ten; 1 for nothing. */
export function roundUp(max: number): number {
  if (max <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(max))
  const step = [1, 2, 5, 10].find((one) => one * power >= max * (1 - 1e-9)) ?? 10
  return step * power
}

/** The next round time from `ms` on, with half of it where that is round too: of minutes from one minute on. */
export function roundUpTime(ms: number): { high: number; ticks: number[] } {
  const unit = ms > 50_000 ? 60_000 : 1
  const high = roundUp(ms / unit) * unit
  const isHalfRound = unit === 1 || (high / unit) % 2 === 0
  return { high, ticks: isHalfRound ? [0, high / 2, high] : [0, high] }
}

/** Where part `index` of `count` stands from left to right: in the middle of its share. */
export function xOf(index: number, count: number): number {
  const share = (chart.right - chart.left) / Math.max(count, 1)
  return round(chart.left + share * (index + 0.5))
}

/** How high a value stands between `low` and `high`. */
export function yOf(value: number, low: number, high: number): number {
  const part = high === low ? 0 : (value - low) / (high - low)
  return round(chart.bottom - part * (chart.bottom - chart.top))
}

/** A line through all values that are known; where one is not, it breaks. */
export function linePath(values: readonly (number | null)[], low: number, high: number): string {
  let isDrawn = false
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawn = false
        return ''
      }
      const command = isDrawn ? 'L' : 'M'
      isDrawn = true
      return `${command}${xOf(index, values.length)} ${yOf(value, low, high)}`
    })
    .join('')
}

/** Where a number of milliseconds stands on a scale on which each power of ten takes as much room: 1 ms to 100 s. */
export function logX(ms: number, left: number): number {
  const part = Math.log10(Math.min(Math.max(ms, 1), 100_000)) / 5
  return round(left + part * (chart.right - left))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
