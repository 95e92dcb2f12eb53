import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import { isoDay } from '../wording'

type Timed = { startsAt: string }
type Asked = { saga: 'running' | 'attention' | 'settled'; may: readonly VisitAct[] }

/** The requests of one day (ISO day on the clinic's wall clock). */
export type RequestDay<Request> = { day: string; requests: readonly Request[] }

/** Returns requests by the day they are for; days and requests stay in the order in which they come. */
export function requestDays<Request extends Timed>(
  requests: readonly Request[],
  timeZone: string,
): RequestDay<Request>[] {
  const days = new Map<string, Request[]>()
  for (const request of requests) {
    const day = isoDay(request.startsAt, timeZone)
    days.set(day, [...(days.get(day) ?? []), request])
  }
  return [...days].map(([day, ofDay]) => ({ day, requests: ofDay }))
}

/**
 * Returns whether a request may be confirmed along with others: one that asks for a person is looked at by itself, and
 * one whose hour has passed can only be declined.
 */
export function isConfirmedWithOthers({ saga, may }: Asked): boolean {
  return saga !== 'attention' && may.includes('confirm')
}
