/** From and up to; the end is no part of it. In whatever `<` orders: milliseconds, minutes of a day, `HH:MM`. */
export type Interval<Point extends number | string = number> = readonly [from: Point, to: Point]

/** An interval between two instants (ISO strings with offset Z). */
export type Span = { startsAt: string; endsAt: string }

/** Returns a span in milliseconds of the epoch, so that two instants compare however they are written. */
export function intervalOf({ startsAt, endsAt }: Span): Interval {
  return [Date.parse(startsAt), Date.parse(endsAt)]
}

/** Returns whether two intervals have a moment in common. Where one ends as the other begins, they have none. */
export function overlap<Point extends number | string>(one: Interval<Point>, other: Interval<Point>): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

/** Returns whether two spans have a moment in common. */
export function spansOverlap(one: Span, other: Span): boolean {
  return overlap(intervalOf(one), intervalOf(other))
}

/** Returns whether the first interval lies in the second from its beginning to its end. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** Returns the same time in order, as intervals between which there is time. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const [from, to] of intervals.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1)
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }
  return result
}

/** Returns what is left of the intervals when the time of `hole` is taken out of them. */
export function without(intervals: readonly Interval[], hole: Interval): Interval[] {
  return intervals.flatMap((interval): Interval[] => {
    if (!overlap(interval, hole)) return [interval]
    const rest: Interval[] = [
      [interval[0], hole[0]],
      [hole[1], interval[1]],
    ]
    return rest.filter(([from, to]) => from < to)
  })
}
