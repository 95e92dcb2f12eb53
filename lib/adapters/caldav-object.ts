import ical, { ICalEventStatus } from 'ical-generator'
import type { CalendarEntry } from './ports'

/** Our own number of the write, which nobody else counts up. */
const ownSequence = 'X-CARNET-SEQUENCE'
const product = { company: 'carnet', product: 'carnet' }

/**
 * A visit as a calendar object. UID and summary name no person. Instants are in UTC. DTSTAMP is the visit's own start, so
 * that writing twice gives the same bytes.
 *
 * SEQUENCE belongs to everybody: a doctor's phone counts it up when they drag our event. So our own number stands beside
 * it, and SEQUENCE is above the one that was found: what we write last is what calendars show.
 */
export function toObject({ appointmentId, startsAt, endsAt, status, sequence }: CalendarEntry, found = ''): string {
  const calendar = ical({ prodId: product })
  calendar.createEvent({
    id: `${appointmentId}@carnet`,
    sequence: found ? Math.max(sequence, numberOf(found, 'SEQUENCE') + 1) : sequence,
    start: new Date(startsAt),
    end: new Date(endsAt),
    stamp: new Date(startsAt),
    summary: 'Carnet',
    status: status === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    x: [{ key: ownSequence, value: String(sequence) }],
  })
  return calendar.toString()
}

/** Whether what stands there is a later word of ours, or this very one. */
export function isAlreadySaid(entry: CalendarEntry, found: string): boolean {
  const theirs = ourSequenceIn(found)
  if (theirs !== entry.sequence) return theirs > entry.sequence
  const ours = toObject(entry)
  return ['STATUS', 'DTSTART', 'DTEND'].every((name) => propertyOf(ours, name) === propertyOf(found, name))
}

/**
 * Which of our writes an object comes from. From before we kept our own number, SEQUENCE is it, as long as nobody else has
 * written; a client that takes our number away leaves us nothing to go by, and then our word stands.
 */
function ourSequenceIn(ics: string): number {
  if (propertyOf(ics, ownSequence)) return numberOf(ics, ownSequence)
  const isUntouched = new RegExp(`^PRODID:-//${product.company}//${product.product}//`, 'm').test(ics)
  return isUntouched ? numberOf(ics, 'SEQUENCE') : Number.NEGATIVE_INFINITY
}

function numberOf(ics: string, name: string): number {
  return Number(propertyOf(ics, name)?.replace(/^[^:]*:/, '')) || 0
}

/** A property of the event with its parameters and its value; long lines are folded (RFC 5545, 3.1). */
function propertyOf(ics: string, name: string): string | undefined {
  const event = /^BEGIN:VEVENT\r?$.*?^END:VEVENT\r?$/ms.exec(ics.replace(/\r?\n[ \t]/g, ''))?.[0]
  return new RegExp(`^${name}([;:][^\r\n]*)`, 'm').exec(event ?? '')?.[1]
}
