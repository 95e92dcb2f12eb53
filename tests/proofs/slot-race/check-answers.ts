import type { Db } from '@/lib/db/client'
import { spansOverlap } from '@/lib/domain/intervals'
import { laterBy } from '@/lib/domain/time'
import { load } from '@/lib/event-store/load'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { faultOf, nearestOf, outcomeOf, type Told } from './client'

const bookings = ['accepted', 'slot_taken']
const moves = [...bookings, 'move_under_way', 'appointment_ended']

type Had = { appointmentId: string; startsAt: string; endsAt: string }

/**
 * Everybody was answered by name; what was accepted is recorded and what was refused is not; and nobody was refused an
 * hour of which no minute was somebody else's. An hour may have been as long as `longestMs`.
 */
export async function checkAnswers(db: Db, doctorId: string, told: readonly Told[], longestMs: number) {
  const visits = await db.appointment.findMany({ where: { doctorId } })
  const events = (await Promise.all(visits.map(({ id }) => load(db, id)))).flat()
  const requests = new Set(events.map(({ metadata }) => metadata.correlationId))
  const had = events.filter(isOfAppointment).flatMap(({ event: { data } }) => ('endsAt' in data ? [data] : []))
  return told.flatMap((answer) => {
    const outcome = outcomeOf(answer)
    if ('thrown' in answer) return [faultOf(answer)]
    if (!(answer.move ? moves : bookings).includes(outcome)) return [`A client was refused ${outcome}.`]
    if (requests.has(answer.requestId) !== changedSomething(answer))
      return [`A client was told ${outcome}: it is not so.`]
    return outcome === 'slot_taken' ? checkTaken(answer, had, longestMs) : []
  })
}

/** Moving a visit to where it is is accepted and changes nothing. */
function changedSomething(told: Told): boolean {
  if ('thrown' in told || !told.answer.ok) return false
  return !Array.isArray(told.answer.value) || told.answer.value.length > 0
}

function checkTaken(told: Told, had: readonly Had[], longestMs: number): string[] {
  const wanted = { startsAt: told.startsAt, endsAt: laterBy(told.startsAt, longestMs) }
  const isRight = had.some((slot) => slot.appointmentId !== told.move && spansOverlap(slot, wanted))
  return [
    ...(isRight ? [] : [`A client was refused ${told.startsAt}, which nobody had.`]),
    ...(nearestOf(told).length === 3 ? [] : ['A refused client was not offered three other hours.']),
  ]
}
