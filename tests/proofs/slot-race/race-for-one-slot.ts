import { appointmentIdOf } from '@/lib/commands/visit/create-appointment'
import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/schedule/slot'
import { msBetween } from '@/lib/domain/time'
import { idFrom } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { doctors } from '@/prisma/demo/cast'
import { faultOf, nearestOf, outcomeOf, type Raced, rush, type Told, wish } from './client'
import { roundDoctor } from './round-doctor'

/**
 * So many clients want one slot at the same moment. One must get it; every other must be refused `slot_taken` with the
 * three nearest free hours, and leave nothing behind.
 */
export async function raceForOneSlot(dbs: readonly Db[], clients: number): Promise<Raced> {
  const [db] = dbs as [Db]
  const doctor = await roundDoctor(db, doctors.helene.hours, doctors.helene.stepMinutes)
  const wanted = { doctor, length: usualVisit(doctor) }
  const open = await listOpenSlots(db, [wanted], { now: isoNow(), days: 28 })
  const offered = open.get(doctor.id)?.slots ?? []
  const slot = offered[offered.length >> 1] as Slot
  const wishes = Array.from({ length: clients }, () => wish(slot.startsAt))

  const told = await rush(dbs, doctor, wishes)
  const winners = told.filter((answer) => outcomeOf(answer) === 'accepted')
  const losers = told.filter((answer) => outcomeOf(answer) !== 'accepted')
  const violations = [
    ...(winners.length === 1 ? [] : [`${winners.length} of ${clients} clients got the one slot.`]),
    ...losers.flatMap((loser) => checkLoser(loser, slot, offered)),
    ...(await checkTraces(db, slot, winners, losers)),
  ]
  return { told, violations }
}

function checkLoser(told: Told, slot: Slot, offered: readonly Slot[]): string[] {
  if ('thrown' in told) return [faultOf(told)]
  if (outcomeOf(told) !== 'slot_taken') return [`A client was refused ${outcomeOf(told)}.`]
  const free = offered.filter(({ startsAt }) => startsAt !== slot.startsAt)
  const distance = ({ startsAt }: { startsAt: string }) => Math.abs(msBetween(slot.startsAt, startsAt))
  const wanted = free.map(distance).sort((a, b) => a - b)
  const nearest = nearestOf(told)
  const areFree = nearest.every((offer) => free.some(({ startsAt }) => startsAt === offer.startsAt))
  const distances = nearest.map(distance).sort((a, b) => a - b)
  const areNearest = String(distances) === String(wanted.slice(0, 3))
  return areFree && areNearest ? [] : [`A client was offered ${nearest.map(({ startsAt }) => startsAt)} as nearest.`]
}

/** One claim on the slot, the winner's; of the others neither an event nor a person. */
async function checkTraces(db: Db, { doctorId }: Slot, winners: readonly Told[], losers: readonly Told[]) {
  const idsOf = (some: readonly Told[]) => some.map(({ requestId }) => appointmentIdOf(requestId))
  const claims = await db.slotClaim.findMany({ where: { doctorId } })
  const isHeldByWinner = claims.length === 1 && idsOf(winners).includes(claims[0]?.appointmentId ?? '')
  const events = await db.event.count({ where: { streamId: { in: idsOf(losers) } } })
  const strangers = losers.map(({ requestId }) => idFrom(requestId, 'patient'))
  const people = await db.patient.count({ where: { id: { in: strangers } } })
  return [
    ...(isHeldByWinner ? [] : [`The slot has ${claims.length} claims.`]),
    ...(events + people === 0 ? [] : [`Refused clients left ${events} events and ${people} people.`]),
  ]
}
