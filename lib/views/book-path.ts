import type { Route } from 'next'

type Chosen = {
  /** What one comes for; the doctor's usual visit when left out. */
  type?: string | undefined
  /** The request's id, so that going back and sending again is the same request. */
  request?: string | undefined
}

/** Returns the address where one hour of a doctor is booked. */
export function bookPath(
  doctorSlug: string,
  { startsAt }: { startsAt: string },
  { type, request }: Chosen = {},
): Route {
  const query = new URLSearchParams({ ...(type && { type }), ...(request && { request }) }).toString()
  return `/book/${doctorSlug}/${startsAt}${query && `?${query}`}` as Route
}
