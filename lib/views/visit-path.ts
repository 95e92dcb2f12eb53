import type { Route } from 'next'

/** Returns the address of a visit as a file for a calendar, for whoever holds this token. */
export function visitFilePath(token: string): string {
  return `/api${visitPath(token)}/visit.ics`
}

/** Returns the address of a visit's page for whoever holds this token. */
export function visitPath(token: string): Route {
  return `/v/${token}` as Route
}
