import type { Db } from '@/lib/db/client'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { isOffered, isTooFar } from '@/lib/domain/schedule/open-slots'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'
import { dayMs, laterBy, minuteMs } from '@/lib/domain/time'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { listClaimsUnder } from './claims-under'

/** What somebody of the clinic is told before they book an hour all the same, in the order in which it is said. */
export const bookingWarnings = ['begun', 'outside_hours', 'over', 'held', 'twice'] as const
export type BookingWarning = (typeof bookingWarnings)[number]

/** Two visits of one patient to one doctor lie near each other within a week. */
const nearMs = 7 * dayMs

type Asked = {
  doctor: ScheduledDoctor
  visitType: VisitType
  /** ISO instant. */
  startsAt: string
  /** Who comes, when the clinic knows them. */
  patientId: string | undefined
}

/**
 * Returns what is unusual about an hour that the clinic wants to book: it has begun, the doctor does not receive then,
 * somebody else has it, somebody is filling in the form for it, or the patient sees the same doctor within a week already. `now` is an ISO
 * instant.
 */
export async function listBookingWarnings(
  db: Db,
  { doctor, visitType, startsAt, patientId }: Asked,
  now: string,
): Promise<BookingWarning[]> {
  const endsAt = laterBy(startsAt, visitType.minutes * minuteMs)
  const slot: Slot = { doctorId: doctor.id, startsAt, endsAt }
  const [isHeld, under, other] = await Promise.all([
    countHolds(db, slot, visitType, now),
    listClaimsUnder(db, slot, visitType),
    patientId === undefined ? 0 : countNear(db, slot, patientId),
  ])
  const isKnown: Record<BookingWarning, boolean> = {
    begun: Date.parse(startsAt) <= Date.parse(now),
    outside_hours: isTooFar(doctor.schedule, slot, now) || !isOffered(doctor.schedule, visitType, slot),
    over: under.length > 0,
    held: isHeld > 0,
    twice: other > 0,
  }
  return bookingWarnings.filter((warning) => isKnown[warning])
}

function countHolds(db: Db, slot: Slot, visitType: VisitType, now: string): Promise<number> {
  const { startsAt, endsAt } = withBuffers(slot, visitType)
  const overlaps = { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } }
  return db.slotClaim.count({ where: { doctorId: slot.doctorId, heldUntil: { gt: now }, ...overlaps } })
}

function countNear(db: Db, { doctorId, startsAt }: Slot, patientId: string): Promise<number> {
  const near = { gt: laterBy(startsAt, -nearMs), lt: laterBy(startsAt, nearMs) }
  return db.appointment.count({ where: { doctorId, patientId, status: { not: 'ended' }, startsAt: near } })
}
