import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { VisitFacts } from './visit-facts'

type Invited = Pick<VisitFacts, 'appointmentId' | 'slot' | 'invitation'> & {
  clinic: { name: string; address: string }
  links: { visit: string }
}

/**
 * The visit as an iCalendar invitation, its cancellation, or a file to keep (RFC 5545, RFC 5546): stable UID, a SEQUENCE that grows with
 * each change, instants in UTC. DTSTAMP is the visit's own start, so that rendering twice gives the same bytes. Nothing
 * when the patient was never invited.
 */
export function visitIcs(facts: Invited, summary: string, method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): string | null {
  const { appointmentId, slot, clinic, links, invitation } = facts
  if (!invitation) return null
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: 'carnet', product: 'carnet' } })
  calendar.createEvent({
    id: `${appointmentId}@carnet`,
    sequence: invitation.sequence,
    start: new Date(slot.startsAt),
    end: new Date(slot.endsAt),
    stamp: new Date(slot.startsAt),
    summary,
    location: clinic.address,
    organizer: { name: clinic.name, email: 'carnet@clinic.example' },
    url: links.visit,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : statusOf(invitation),
  })
  return calendar.toString()
}

function statusOf({ isConfirmed }: { isConfirmed: boolean }): ICalEventStatus {
  return isConfirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE
}
