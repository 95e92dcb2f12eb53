import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { VisitFacts } from './visit-facts'

type Invited = Pick<VisitFacts, 'appointmentId' | 'slot' | 'invitation'> & {
  clinic: { name: string; address: string }
  links: { visit: string }
  /** The address that the clinic's mails come from. */
  sender: string
  /** Who is invited; nobody is by a file to keep. */
  patient?: { name: string; email: string }
}

/**
 * The visit as an iCalendar invitation, its cancellation, or a file to keep (RFC 5545, RFC 5546): stable UID, a SEQUENCE that grows with
 * each change, instants in UTC. DTSTAMP is the visit's own start, so that rendering twice gives the same bytes. Nothing
 * when the patient was never invited.
 */
export function visitIcs(facts: Invited, summary: string, method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): string | null {
  const { appointmentId, slot, clinic, links, sender, patient, invitation } = facts
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
    organizer: { name: asParameter(clinic.name), email: sender },
    attendees: patient && method !== 'PUBLISH' ? [attendee(patient)] : [],
    url: links.visit,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : statusOf(invitation),
  })
  return calendar.toString()
}

/** A visit is agreed on by booking it; the calendar need not ask. */
function attendee({ name, email }: { name: string; email: string }) {
  return {
    name: asParameter(name),
    email,
    rsvp: false,
    status: ICalAttendeeStatus.ACCEPTED,
    role: ICalAttendeeRole.REQ,
  }
}

/** A parameter has no way to hold a quotation mark or a line's end (RFC 5545, 3.2); escaped, what follows would count as more. */
function asParameter(text: string): string {
  return text.replaceAll('"', '’').replace(/\p{Cc}+/gu, ' ')
}

function statusOf({ isConfirmed }: { isConfirmed: boolean }): ICalEventStatus {
  return isConfirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE
}
