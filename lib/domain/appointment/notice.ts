import { hourMs, minuteMs, msBetween } from '@/lib/domain/time'
import type { AppointmentEvent } from './events'
import { type Actor, ruleOf } from './may'

type Live = { state: 'requested' | 'confirmed'; slot: { startsAt: string } }
/** `now` is an ISO instant, the notice is the clinic's, in hours before a visit begins. */
type AtHand = { now: string; noticeHours: number }

/** How long after their own booking or move a patient may think again without being late. */
export const gracePeriodMs = 15 * minuteMs

/**
 * Returns whether a visit is so near that the clinic wants to be asked: a confirmed one keeps its notice. A request that
 * nobody has confirmed has none. Whom that binds stands in `may.ts`.
 */
export function isInsideNotice({ state, slot }: Live, { now, noticeHours }: AtHand): boolean {
  return state === 'confirmed' && msBetween(now, slot.startsAt) < noticeHours * hourMs
}

/**
 * Returns whether calling a visit off is late: by its patient, inside the notice, and longer than the grace period after
 * they booked or moved it themselves (`ownChangeAt`, an ISO instant). Late is said, never refused.
 */
export function isLate(
  appointment: Live,
  by: Pick<Actor, 'role'>,
  { ownChangeAt, ...atHand }: AtHand & { ownChangeAt: string | null },
): boolean {
  const isGraced = ownChangeAt !== null && msBetween(ownChangeAt, atHand.now) < gracePeriodMs
  return !isGraced && ruleOf('cancel', by.role)?.insideNotice === 'late' && isInsideNotice(appointment, atHand)
}

/** Returns when a patient last booked or moved their visit themselves (ISO instant), given its stream; null where it is empty. */
export function ownChangeOf(stream: readonly { event: AppointmentEvent; at: string }[]): string | null {
  return stream.findLast(({ event }) => isOwnChange(event))?.at ?? null
}

function isOwnChange(event: AppointmentEvent): boolean {
  return (event.type === 'AppointmentRescheduled' || event.type === 'AppointmentCreated') && event.data.by === 'patient'
}

/** Returns whether the hour of a visit has come. */
export function hasBegun({ slot }: { slot: { startsAt: string } }, now: string): boolean {
  return Date.parse(slot.startsAt) <= Date.parse(now)
}
