import { cancelAppointment } from '@/lib/commands/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { createAppointment } from '@/lib/commands/create-appointment'
import { declineAppointment } from '@/lib/commands/decline-appointment'
import { postDueReminders } from '@/lib/commands/post-due-reminders'
import { recordNoShow } from '@/lib/commands/record-no-show'
import { rescheduleAppointment } from '@/lib/commands/reschedule-appointment'
import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { newId } from '@/lib/ids'
import { listDoctors, type VisitedDoctor } from '@/lib/queries/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/open-slots'

/** A visit of the lab: its patient has a number of their own, so that what befalls them can be told apart. */
export type Visit = { id: string; doctorId: string; startsAt: string; phone: string }

/** What people do, each by the real command; throws when one is refused. */
export type Visits = {
  book: () => Promise<Visit>
  /** One whose hour has already come. */
  bookInThePast: () => Promise<Visit>
  confirm: (visit: Visit) => Promise<void>
  move: (visit: Visit) => Promise<void>
  cancel: (visit: Visit) => Promise<void>
  decline: (visit: Visit) => Promise<void>
  /** Lets its next reminder fall due now. */
  remind: (visit: Visit) => Promise<void>
  missed: (visit: Visit) => Promise<void>
}

const dayMs = 86_400_000
const now = () => new Date().toISOString()
const longAgo = laterBy(now(), -60 * dayMs)

/** The people of a lab; every free hour is used once. */
export async function visitsOf(db: Db): Promise<Visits> {
  const doctors = await listDoctors(db)
  const free = await slotsOf(db, doctors, laterBy(now(), 9 * dayMs), 70)
  const past = (await slotsOf(db, doctors, longAgo, 50)).filter(({ startsAt }) => startsAt < now())
  const take = (slots: Slot[]) => {
    const slot = slots.pop()
    if (!slot) throw new Error('no free hour is left')
    return slot
  }
  let people = 0
  const book = async (slot: Slot, at: string): Promise<Visit> => {
    const number = ++people
    const phone = `+336${String(number).padStart(8, '0')}`
    const patient = {
      name: `Patient ${number}`,
      email: `patient-${number}@example.org`,
      phone,
      language: 'fr' as const,
    }
    const { slug: doctorSlug = '' } = doctors.find(({ id }) => id === slot.doctorId) ?? {}
    const { startsAt, doctorId } = slot
    const made = await createAppointment(db, { requestId: newId(), doctorSlug, startsAt, patient }, at)
    return { id: accepted(made).appointmentId, doctorId, startsAt, phone }
  }
  const by = (visit: Visit) => ({ role: 'doctor' as const, id: visit.doctorId })
  const request = (visit: Visit) => ({ requestId: newId(), appointmentId: visit.id })
  const justBefore = (visit: Visit) => (visit.startsAt < now() ? laterBy(visit.startsAt, -dayMs) : now())
  return {
    book: () => book(take(free), now()),
    bookInThePast: () => book(take(past), longAgo),
    async confirm(visit) {
      accepted(await confirmAppointment(db, { ...request(visit), doctorId: visit.doctorId }, justBefore(visit)))
    },
    async move(visit) {
      const index = free.findLastIndex(({ doctorId }) => doctorId === visit.doctorId)
      const [slot] = free.splice(index, 1)
      const { startsAt = '' } = slot ?? {}
      accepted(await rescheduleAppointment(db, { ...request(visit), by: by(visit), startsAt }, now()))
    },
    async cancel(visit) {
      accepted(await cancelAppointment(db, { ...request(visit), by: by(visit), reason: null }, now()))
    },
    async decline(visit) {
      accepted(await declineAppointment(db, { ...request(visit), by: by(visit), reason: 'Absente ce jour.' }, now()))
    },
    async remind(visit) {
      const dueAt = laterBy(now(), -1_000)
      await db.reminder.updateMany({ where: { appointmentId: visit.id, kind: 'day-before' }, data: { dueAt } })
      await postDueReminders(db, now())
    },
    async missed(visit) {
      accepted(await recordNoShow(db, { ...request(visit), by: by(visit) }, now()))
    },
  }
}

async function slotsOf(db: Db, doctors: VisitedDoctor[], from: string, days: number): Promise<Slot[]> {
  const wanted = doctors.map((doctor) => ({ doctor, length: usualVisit(doctor) }))
  const open = await listOpenSlots(db, wanted, { now: from, days })
  return [...open.values()].flatMap(({ slots }) => slots).sort((a, b) => b.startsAt.localeCompare(a.startsAt))
}

function accepted<Value>(result: { ok: true; value: Value } | { ok: false; refused: string }): Value {
  if (!result.ok) throw new Error(`refused: ${result.refused}`)
  return result.value
}
