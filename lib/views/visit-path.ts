import type { Route } from 'next'

/** Returns the address of a visit as a file for a calendar, for whoever holds this token. */
export function visitFilePath(token: string): string {
  return `/api${visitPath(token)}/visit.ics`
}

/** Returns the address of a visit's page for whoever holds this token. */
export function visitPath(token: string): Route {
  return `/v/${token}` as Route
}

/** Returns the page of a visit for somebody of the clinic: a doctor's own, or the desk's. */
export function deskVisitPath(role: string, id: string) {
  return role === 'doctor' ? (`/calendar/visits/${id}` as const) : (`/day/visits/${id}` as const)
}
