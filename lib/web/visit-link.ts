import { env } from '@/lib/settings/env'
import { deskVisitPath, visitFilePath, visitPath } from '@/lib/views/visit-path'

/** Returns the full address of a patient's page, for a message. */
export function visitUrl(token: string): string {
  return new URL(visitPath(token), env().CARNET_URL).href
}

/** Returns the address of a visit as a file for a calendar. */
export function visitFileUrl(token: string): string {
  return new URL(visitFilePath(token), env().CARNET_URL).href
}

type Named = { id: string; startsAt: string; patientName: string }

/** Visits to be named to somebody who has signed in, each with the page that they have of it. */
export function visitsNamedTo(role: string, visits: readonly Named[]) {
  return visits.map(({ id, startsAt, patientName }) => ({
    id,
    startsAt,
    patientName,
    path: deskVisitPath(role, id),
  }))
}
