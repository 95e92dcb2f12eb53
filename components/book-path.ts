import type { Route } from 'next'

/** The address where one hour of a doctor is booked. */
export function bookPath(doctorSlug: string, { startsAt }: { startsAt: string }): Route {
  return `/book/${doctorSlug}/${startsAt}` as Route
}
