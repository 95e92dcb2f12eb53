import { merged } from '@/lib/domain/intervals'

/** A stretch of time in milliseconds of the epoch. */
export type Stretch = { from: number; to: number }

/** Where instants stand on one scale, in percent. */
export type TimeScale = {
  place: (at: number) => number
  totalMs: number
  /** Whether long waits are shown shorter than they were. */
  isCut: boolean
}

/** That a wait as short as this is cut need not be told. */
const shortMs = 2_000

/**
 * One scale for all bars of a timeline: what was done in proportion, and long waits between cut so that it stays
 * readable.
 */
export function timeScale(stretches: readonly Stretch[]): TimeScale {
  const busy = merged(stretches.map(({ from, to }) => [from, to]))
  const worked = busy.reduce((sum, [from, to]) => sum + Math.max(to - from, 1), 0)
  const waits = Math.max(busy.length - 1, 1)
  // All waits together take no more of the scale than all that was done.
  const longest = Math.max(worked / waits, 1)
  let at = 0
  let isCut = false
  const knots = busy.flatMap(([from, to], index) => {
    const before = busy[index - 1]
    const wait = before ? from - before[1] : 0
    isCut ||= wait > Math.max(longest, shortMs)
    const start = at + Math.min(wait, longest)
    at = start + Math.max(to - from, 1)
    return [
      { time: from, at: start },
      { time: to, at },
    ]
  })
  const first = knots[0]?.time ?? 0
  return {
    place: (time) => (at === 0 ? 0 : (between(knots, time) / at) * 100),
    totalMs: (knots.at(-1)?.time ?? first) - first,
    isCut,
  }
}

type Knot = { time: number; at: number }

function between(knots: readonly Knot[], time: number): number {
  const next = knots.findIndex((knot) => knot.time >= time)
  const [low, high] = [knots[next - 1], knots[next]]
  if (!high) return knots.at(-1)?.at ?? 0
  if (!low || high.time === low.time) return high.at
  return low.at + ((time - low.time) / (high.time - low.time)) * (high.at - low.at)
}
