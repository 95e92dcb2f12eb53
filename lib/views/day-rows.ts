import type { Span } from '@/lib/domain/intervals'
import { minuteMs, msBetween } from '@/lib/domain/time'
import type { ClosedTime } from './closed-times'

/** A row of a day: a visit, a break, or a stretch that is still free. Instants are ISO strings. */
export type DayRow<Visit extends Span> =
  | { kind: 'visit'; startsAt: string; visit: Visit }
  | { kind: 'pause' | 'free'; startsAt: string; endsAt: string; word?: string }

type Asked<Visit> = {
  /** In order; those that hold no slot any more say so. */
  visits: readonly (Visit & { isHeld: boolean })[]
  /** What the day's hours leave out, from before the first opening until after the last. */
  closed: readonly ClosedTime[]
  /** What has passed is not called free. */
  now: string
  visitMinutes: number
}

/** Returns a day as rows, in the order of the clock: visits, breaks, and what is free long enough for a visit. */
export function dayRows<Visit extends Span>({ visits, closed, now, visitMinutes }: Asked<Visit>): DayRow<Visit>[] {
  const shown = visits.map((visit): DayRow<Visit> => ({ kind: 'visit', startsAt: visit.startsAt, visit }))
  const pauses = closed
    .filter(({ kind }) => kind === 'pause' || kind === 'off')
    .map(
      ({ start, end, word }): DayRow<Visit> => ({ kind: 'pause', startsAt: start, endsAt: end, ...(word && { word }) }),
    )
  const taken = [
    ...visits.filter(({ isHeld }) => isHeld).map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
    ...closed,
  ].toSorted((a, b) => a.start.localeCompare(b.start))
  const free = taken.flatMap(({ end }, index): DayRow<Visit>[] => {
    const before = taken.slice(0, index + 1).reduce((latest, span) => (span.end > latest ? span.end : latest), end)
    const from = before > now ? before : now
    const until = taken[index + 1]?.start
    const isLong = until !== undefined && msBetween(from, until) >= visitMinutes * minuteMs
    return isLong ? [{ kind: 'free', startsAt: from, endsAt: until }] : []
  })
  return [...shown, ...pauses, ...free].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}
