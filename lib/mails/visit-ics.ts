import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { VisitFacts } from './visit-facts'

/**
 * The visit as an iCalendar invitation (RFC 5545): stable UID, instants in UTC. DTSTAMP is the visit's own start, so
 * that rendering twice gives the same bytes.
 */
export function visitIcs({ appointmentId, slot, clinic, links }: VisitFacts, summary: string): string {
  const calendar = ical({ method: ICalCalendarMethod.REQUEST, prodId: { company: 'carnet', product: 'carnet' } })
  calendar.createEvent({
    id: `${appointmentId}@carnet`,
    sequence: 0,
    start: new Date(slot.startsAt),
    end: new Date(slot.endsAt),
    stamp: new Date(slot.startsAt),
    summary,
    location: clinic.address,
    organizer: { name: clinic.name, email: 'carnet@clinic.example' },
    url: links.visit,
    status: ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
