import { postDueReminders } from '@/lib/commands/saga/post-due-reminders'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { declineAppointment } from '@/lib/commands/visit/decline-appointment'
import { recordNoShow } from '@/lib/commands/visit/record-attendance'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import type { Db } from '@/lib/db/client'
import type { Channel } from '@/lib/domain/messages/channels'
import type { Slot } from '@/lib/domain/schedule/slot'
import { dayMs, laterBy } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { listDoctors, type VisitedDoctor } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { nobodyThere } from '@/tests/world/sms'

/** A visit of the lab: its patient has a number of their own, so that what befalls them can be told apart. */
export type Visit = { id: string; doctorId: string; startsAt: string; phone: string }

/** What people do, each by the real command; throws when one is refused. */
export type Visits = {
  /** One whose patient has a number, unless it is one that nobody has; confirmed at once, unless a doctor is asked. */
  book: (how?: { isUnreached?: boolean; isAtOnce?: boolean }) => Promise<Visit>
  /** One whose hour has already come. */
  bookInThePast: () => Promise<Visit>
  confirm: (visit: Visit) => Promise<void>
  move: (visit: Visit) => Promise<void>
  cancel: (visit: Visit) => Promise<void>
  /** Leaves another address, or the same number once more. */
  correct: (visit: Visit, channel: Channel) => Promise<void>
  decline: (visit: Visit) => Promise<void>
  /** Lets its next reminder fall due now. */
  remind: (visit: Visit) => Promise<void>
  missed: (visit: Visit) => Promise<void>
}
const longAgo = laterBy(isoNow(), -60 * dayMs)

/** The people of a lab; every free hour is used once. */
export async function visitsOf(db: Db): Promise<Visits> {
  const doctors = await listDoctors(db)
  const free = await slotsOf(db, doctors, laterBy(isoNow(), 9 * dayMs), 70)
  const past = (await slotsOf(db, doctors, longAgo, 50)).filter(({ startsAt }) => startsAt < isoNow())
  const typeAtOnce = ({ doctorId }: Slot) =>
    doctors.find(({ id }) => id === doctorId)?.visitTypes.find(({ autoConfirm }) => autoConfirm)?.id
  const take = (slots: Slot[], isWanted: (slot: Slot) => boolean = () => true) => {
    const index = slots.findLastIndex(isWanted)
    const [slot] = index < 0 ? [] : slots.splice(index, 1)
    if (!slot) throw new Error('no free hour is left')
    return slot
  }
  let people = 0
  const book = async (slot: Slot, at: string, { isUnreached = false, isAtOnce = false } = {}): Promise<Visit> => {
    const number = ++people
    const phone = isUnreached ? nobodyThere + String(number).padStart(4, '0') : `+336${String(number).padStart(8, '0')}`
    const patient = {
      name: `Patient ${number}`,
      email: `patient-${number}@example.org`,
      phone,
      language: 'fr' as const,
    }
    const { slug: doctorSlug = '' } = doctors.find(({ id }) => id === slot.doctorId) ?? {}
    const { startsAt, doctorId } = slot
    const visitTypeId = isAtOnce ? typeAtOnce(slot) : undefined
    const made = await createAppointment(db, { requestId: newId(), doctorSlug, visitTypeId, startsAt, patient }, at)
    return { id: accepted(made).appointmentId, doctorId, startsAt, phone }
  }
  const by = (visit: Visit) => ({ role: 'doctor' as const, id: visit.doctorId })
  const request = (visit: Visit) => ({ requestId: newId(), appointmentId: visit.id })
  const justBefore = (visit: Visit) => (visit.startsAt < isoNow() ? laterBy(visit.startsAt, -dayMs) : isoNow())
  return {
    book: (how) =>
      book(
        take(free, (slot) => !how?.isAtOnce || typeAtOnce(slot) !== undefined),
        isoNow(),
        how,
      ),
    bookInThePast: () => book(take(past), longAgo),
    async confirm(visit) {
      accepted(
        await confirmAppointment(
          db,
          { ...request(visit), by: { role: 'doctor', id: visit.doctorId } },
          justBefore(visit),
        ),
      )
    },
    async move(visit) {
      const index = free.findLastIndex(({ doctorId }) => doctorId === visit.doctorId)
      const [slot] = free.splice(index, 1)
      const { startsAt = '' } = slot ?? {}
      accepted(await rescheduleAppointment(db, { ...request(visit), by: by(visit), startsAt }, isoNow()))
    },
    async correct(visit, channel) {
      const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })
      const to = channel === 'sms' ? otherPhone(visit) : `other-${visit.id}@example.org`
      const patient = { role: 'patient' as const, id: patientId }
      const correction = { ...request(visit), by: patient, channel, to }
      accepted(await correctContact(db, correction, renderContactChanged, isoNow()))
    },
    async cancel(visit) {
      accepted(await cancelAppointment(db, { ...request(visit), by: by(visit), reason: null }, isoNow()))
    },
    async decline(visit) {
      accepted(await declineAppointment(db, { ...request(visit), by: by(visit), reason: 'Absente ce jour.' }, isoNow()))
    },
    async remind(visit) {
      const dueAt = laterBy(isoNow(), -1_000)
      await db.reminder.updateMany({ where: { appointmentId: visit.id, kind: 'day-before' }, data: { dueAt } })
      await postDueReminders(db, isoNow())
    },
    async missed(visit) {
      accepted(await recordNoShow(db, { ...request(visit), by: by(visit) }, isoNow()))
    },
  }
}

/** Another number like a visit's own: at the same one, what was said would be said again on purpose. */
export const otherPhone = ({ phone }: Visit) =>
  phone.startsWith(nobodyThere)
    ? phone.replace(/\d{4}$/, (number) => String(9_999 - Number(number)).padStart(4, '0'))
    : phone.replace('+336', '+337')

async function slotsOf(db: Db, doctors: VisitedDoctor[], from: string, days: number): Promise<Slot[]> {
  const wanted = doctors.map((doctor) => ({ doctor, length: usualVisit(doctor) }))
  const open = await listOpenSlots(db, wanted, { now: from, days })
  return [...open.values()].flatMap(({ slots }) => slots).sort((a, b) => b.startsAt.localeCompare(a.startsAt))
}

function accepted<Value>(result: { ok: true; value: Value } | { ok: false; refused: string }): Value {
  if (!result.ok) throw new Error(`refused: ${result.refused}`)
  return result.value
}
