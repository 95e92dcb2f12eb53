import ical from 'ical-generator'
import type { CalendarEntry } from '@/lib/adapters/ports'
import { propertyOf } from '@/lib/ics/property-of'
import { type VisitWords, visitObject } from '@/lib/ics/visit-object'

/** Our own number of the write, which nobody else counts up. */
const ownSequence = 'X-CARNET-SEQUENCE'
/** RFC 5545, 3.3.8. */
const highestInteger = 2 ** 31 - 1
const product = { company: 'carnet', product: 'carnet' }

/**
 * A visit as a calendar object in a doctor's own calendar.
 *
 * SEQUENCE belongs to everybody: a doctor's phone counts it up when they drag our event. So our own number stands
 * beside it, and SEQUENCE is above the one that was found: what we write last is what calendars show.
 */
export function toObject(entry: CalendarEntry, words: VisitWords, found = ''): string {
  const next = Math.min(numberOf(found, 'SEQUENCE') + 1, highestInteger)
  const sequence = found ? Math.max(entry.sequence, next) : entry.sequence
  const calendar = ical({ prodId: product })
  calendar.createEvent({
    ...visitObject({ ...entry, ...words, sequence }),
    x: [{ key: ownSequence, value: String(entry.sequence) }],
  })
  return calendar.toString()
}

/** Returns whether what stands there is a later word of ours, or this very one. */
export function isAlreadySaid(entry: CalendarEntry, found: string): boolean {
  const theirs = ourSequenceIn(found)
  if (theirs !== entry.sequence) return theirs > entry.sequence
  const ours = toObject(entry, { summary: '' })
  return ['STATUS', 'DTSTART', 'DTEND'].every((name) => propertyOf(ours, name) === propertyOf(found, name))
}

/**
 * Which of our writes an object comes from. From before we kept our own number, SEQUENCE is it, as long as nobody
 * else has written; a client that takes our number away leaves us nothing to go by, and then our word stands.
 */
function ourSequenceIn(ics: string): number {
  if (propertyOf(ics, ownSequence)) return numberOf(ics, ownSequence)
  const isUntouched = new RegExp(`^PRODID:-//${product.company}//${product.product}//`, 'm').test(ics)
  return isUntouched ? numberOf(ics, 'SEQUENCE') : Number.NEGATIVE_INFINITY
}

function numberOf(ics: string, name: string): number {
  return Number(propertyOf(ics, name)?.replace(/^[^:]*:/, '')) || 0
}
