import { laterBy, minuteMs, msBetween } from '@/lib/domain/time'
import type { VisitLength } from './doctor-schedule'

type Asked = { id: string; startsAt: string; length: VisitLength }

/**
 * Returns for each visit the free hour nearest to its own, so that no two of them meet, buffers included; none where no hour
 * is left. `freeFor` says which hours (ISO instants) are free for a visit of a length.
 */
export function proposeHours(
  visits: readonly Asked[],
  freeFor: (length: VisitLength) => readonly string[],
): Map<string, string> {
  const taken: { from: string; to: string }[] = []
  const proposed = new Map<string, string>()
  for (const { id, startsAt, length } of visits) {
    const distance = (at: string) => Math.abs(msBetween(startsAt, at))
    const found = freeFor(length)
      .toSorted((a, b) => distance(a) - distance(b))
      .find((at) => taken.every(({ from, to }) => reach(at, length).to <= from || to <= reach(at, length).from))
    if (found === undefined) continue
    proposed.set(id, found)
    taken.push(reach(found, length))
  }
  return proposed
}

function reach(startsAt: string, { minutes, beforeMinutes, afterMinutes }: VisitLength) {
  return {
    from: laterBy(startsAt, -beforeMinutes * minuteMs),
    to: laterBy(startsAt, (minutes + afterMinutes) * minuteMs),
  }
}
