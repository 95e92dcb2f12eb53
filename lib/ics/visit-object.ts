import { type ICalEventData, ICalEventStatus } from 'ical-generator'

/** A visit as calendar programs are told of it, whoever reads it. Instants are ISO strings. */
export type VisitObject = {
  appointmentId: string
  startsAt: string
  endsAt: string
  status: 'tentative' | 'confirmed' | 'cancelled'
  /** Of two words about a visit the later has the higher one. */
  sequence: number
  /** When the event was recorded that it tells of. */
  madeAt: string
} & VisitWords

/** What it says beside when it is: what a screen shows, where one has to be, and the address of the visit's page. */
export type VisitWords = { summary: string; location?: string; url?: string }

/**
 * The calendar object of a visit (RFC 5545), mailed, downloaded, subscribed to or written in a calendar: one UID for
 * good, instants in UTC. DTSTAMP is when the event was recorded that it tells of, so that rendering twice gives the same
 * bytes and a later word has a later one, wherever the visit is moved to.
 */
export function visitObject(visit: VisitObject): ICalEventData {
  const { appointmentId, startsAt, endsAt, status, sequence, madeAt, summary, location, url } = visit
  return {
    id: uidOf(appointmentId),
    sequence,
    start: new Date(startsAt),
    end: new Date(endsAt),
    stamp: new Date(madeAt),
    summary,
    ...(location && { location }),
    ...(url && { url }),
    status: statuses[status],
  }
}

/** Returns the UID of a visit's objects, which stays for good. */
export function uidOf(appointmentId: string): string {
  return `${appointmentId}@carnet`
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

/** Returns where a clinic is, in one line: its name and its whole address. */
export function placeOf({ name, address }: { name: string; address: string }): string {
  const lines = address.split(/[\r\n]+/).map((line) => line.trim().replace(/,$/, ''))
  return [name, ...lines].filter(Boolean).join(', ')
}
