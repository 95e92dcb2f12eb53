import { describe, expect, test } from 'vitest'
import { doctors, scheduleOf, usualVisitOf } from '@/prisma/cast'
import type { Appointment } from './appointment'
import { cancel } from './cancel'
import { confirm } from './confirm'
import { create } from './create'
import { decline, declineFailedBooking } from './decline'
import type { ActorRole, AppointmentEvent } from './events'
import { replay } from './evolve'
import { recordNoShow } from './record-no-show'
import { remind } from './remind'
import { revertConfirmation } from './revert-confirmation'

const id = '5b0a3c52-0000-4000-8000-000000000001'
const patientId = '5b0a3c52-0000-4000-8000-000000000002'
const { helene, idris } = doctors
const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const schedule = scheduleOf(helene)
const visitType = usualVisitOf(helene)
const noBuffers = { beforeMinutes: 0, afterMinutes: 0 }
const slot = { doctorId: helene.id, startsAt: tuesday('13:20'), endsAt: tuesday('13:40') }

const created: AppointmentEvent = {
  type: 'AppointmentCreated',
  data: { appointmentId: id, patientId, mail: true, sms: false, ...slot, visitTypeId: visitType.id, ...noBuffers },
}
const confirmed: AppointmentEvent = { type: 'AppointmentConfirmed', data: { appointmentId: id } }
const declined: AppointmentEvent = {
  type: 'AppointmentDeclined',
  data: { appointmentId: id, reason: 'booking_failed' },
}
const cancelled: AppointmentEvent = { type: 'AppointmentCancelled', data: { appointmentId: id, by: 'patient' } }
const missed: AppointmentEvent = { type: 'NoShowRecorded', data: { appointmentId: id } }

const given = (...events: AppointmentEvent[]): Appointment => replay(events)
const creating = (change: Partial<Parameters<typeof create>[1]> = {}) => {
  const now = tuesday('08:00')
  const request = {
    appointmentId: id,
    patientId,
    slot,
    reach: { mail: true, sms: false },
    visitType,
    schedule,
    now,
    ...change,
  }
  return (appointment: Appointment) => create(appointment, request)
}
const confirming = (doctorId: string, clock: string) => (appointment: Appointment) =>
  confirm(appointment, { doctorId, now: tuesday(clock) })

const ids = { patient: patientId, doctor: helene.id, staff: '5b0a3c52-0000-4000-8000-000000000003' }
const as = (role: ActorRole, actor: string = ids[role]) => ({ role, id: actor })
const cancelling = (by: ReturnType<typeof as>, now: string) => (appointment: Appointment) =>
  cancel(appointment, { by, now, noticeHours: 24 })

describe('a request', () => {
  test('is made for an hour the doctor offers', () => {
    expect(creating()(given())).toEqual({ ok: true, value: [created] })
  })
  test('is refused for an hour that has begun', () => {
    expect(creating({ now: slot.startsAt })(given())).toMatchObject({ refused: 'slot_past' })
  })
  test('is confirmed at once when its type needs no doctor’s word', () => {
    const vaccine = { ...visitType, minutes: 20, autoConfirm: true }
    expect(creating({ visitType: vaccine })(given())).toEqual({ ok: true, value: [created, confirmed] })
  })
  test('keeps the doctor’s notice', () => {
    const noticed = creating({ schedule: { ...schedule, noticeMinutes: 30 }, now: tuesday('12:51') })
    expect(noticed(given())).toMatchObject({ refused: 'slot_too_soon', data: { noticeMinutes: 30 } })
    const inTime = creating({ schedule: { ...schedule, noticeMinutes: 30 }, now: tuesday('12:50') })
    expect(inTime(given()).ok).toBe(true)
  })
  test('is refused for an hour the doctor does not offer', () => {
    const lunch = { ...slot, startsAt: tuesday('11:40'), endsAt: tuesday('12:00') }
    const longer = { ...slot, endsAt: tuesday('14:00') }
    const elsewhere = { ...slot, doctorId: idris.id }
    const tooFar = { ...slot, startsAt: '2027-11-23T13:20:00.000Z', endsAt: '2027-11-23T13:40:00.000Z' }
    for (const tampered of [lunch, longer, elsewhere, tooFar]) {
      expect(creating({ slot: tampered })(given())).toMatchObject({ refused: 'slot_not_offered' })
    }
  })
  test('made twice is made once', () => {
    expect(creating()(given(created))).toEqual({ ok: true, value: [] })
  })
})

describe('a confirmation', () => {
  test('is the doctor’s own', () => {
    expect(confirming(helene.id, '09:00')(given(created))).toEqual({ ok: true, value: [confirmed] })
    expect(confirming(idris.id, '09:00')(given(created))).toMatchObject({ refused: 'appointment_unknown' })
    expect(confirming(helene.id, '09:00')(given())).toMatchObject({ refused: 'appointment_unknown' })
  })
  test('given twice is given once', () => {
    expect(confirming(helene.id, '09:00')(given(created, confirmed))).toEqual({ ok: true, value: [] })
  })
  test('comes before the visit, and not after its end', () => {
    expect(confirming(helene.id, '13:20')(given(created))).toMatchObject({ refused: 'appointment_begun' })
    expect(confirming(helene.id, '09:00')(given(created, declined))).toMatchObject({ refused: 'appointment_ended' })
  })
  test('that cannot be carried out makes it a request again', () => {
    const reverted = revertConfirmation(given(created, confirmed), 2)
    expect(given(created, confirmed, ...reverted)).toMatchObject({ state: 'requested', id })
    expect(revertConfirmation(given(created), 2)).toEqual([])
    expect(revertConfirmation(given(created, declined), 2)).toEqual([])
  })
})

describe('a booking that failed', () => {
  test('ends the visit from every live state, and only once', () => {
    expect(declineFailedBooking(given(created))).toEqual([declined])
    expect(declineFailedBooking(given(created, confirmed))).toEqual([declined])
    expect(declineFailedBooking(given(created, declined))).toEqual([])
    expect(declineFailedBooking(given())).toEqual([])
  })
})

describe('a cancellation', () => {
  const monday = (clock: string) => `2026-11-23T${clock}:00.000Z`

  test('is the patient’s own to make, the doctor’s, or the staff’s', () => {
    for (const role of ['patient', 'doctor', 'staff'] as const) {
      const by = { type: 'AppointmentCancelled', data: { appointmentId: id, by: role } }
      expect(cancelling(as(role), monday('08:00'))(given(created))).toEqual({ ok: true, value: [by] })
    }
    for (const stranger of [as('patient', 'somebody'), as('doctor', idris.id)]) {
      expect(cancelling(stranger, monday('08:00'))(given(created))).toMatchObject({ refused: 'appointment_unknown' })
    }
    expect(cancelling(as('staff'), monday('08:00'))(given())).toMatchObject({ refused: 'appointment_unknown' })
  })
  test('made twice is made once', () => {
    expect(cancelling(as('patient'), tuesday('20:00'))(given(created, cancelled))).toEqual({ ok: true, value: [] })
  })
  test('of a confirmed visit comes too late for its patient inside the clinic’s notice, and not for the doctor', () => {
    const visit = given(created, confirmed)
    expect(cancelling(as('patient'), monday('13:20'))(visit).ok).toBe(true)
    const late = cancelling(as('patient'), '2026-11-23T13:20:00.001Z')(visit)
    expect(late).toMatchObject({ refused: 'too_late_to_cancel', data: { noticeHours: 24 } })
    expect(cancelling(as('doctor'), tuesday('13:19'))(visit).ok).toBe(true)
    expect(cancelling(as('staff'), tuesday('13:19'))(visit).ok).toBe(true)
  })
  test('of a request that nobody has confirmed is in time until it begins', () => {
    expect(cancelling(as('patient'), tuesday('13:19'))(given(created)).ok).toBe(true)
    expect(cancelling(as('patient'), slot.startsAt)(given(created))).toMatchObject({ refused: 'appointment_begun' })
  })
  test('is refused for a visit that has ended otherwise, and ends one for good', () => {
    for (const end of [declined, missed]) {
      const ended = given(created, confirmed, end)
      expect(cancelling(as('staff'), monday('08:00'))(ended)).toMatchObject({ refused: 'appointment_ended' })
    }
    expect(given(created, cancelled, confirmed)).toMatchObject({ state: 'ended', how: 'cancelled', by: 'patient' })
  })
})

describe('a doctor’s no', () => {
  const no = { type: 'AppointmentDeclined', data: { appointmentId: id, reason: 'doctor_declined' } } as const

  test('ends a request, once, whenever it comes', () => {
    expect(decline(given(created), as('doctor'))).toEqual({ ok: true, value: [no] })
    expect(given(created, no)).toMatchObject({ state: 'ended', how: 'declined', because: 'doctor_declined' })
    expect(decline(given(created, no), as('doctor'))).toEqual({ ok: true, value: [] })
  })
  test('is not for a visit that was confirmed: that one is called off, and the patient hears who did', () => {
    expect(decline(given(created, confirmed), as('doctor'))).toMatchObject({ refused: 'appointment_confirmed' })
    expect(decline(given(created, cancelled), as('doctor'))).toMatchObject({ refused: 'appointment_ended' })
  })
  test('is another doctor’s to say only of their own visits', () => {
    expect(decline(given(created), as('doctor', idris.id))).toMatchObject({ refused: 'appointment_unknown' })
  })
})

describe('a reminder', () => {
  const kind = 'day-before'
  const dueAt = '2026-11-23T13:20:00.000Z'
  const fellDue = { type: 'ReminderFellDue', data: { appointmentId: id, kind, dueAt } }

  test('falls due for a confirmed visit that has not begun', () => {
    expect(remind(given(created, confirmed), { kind, dueAt, now: dueAt })).toEqual([fellDue])
    expect(remind(given(created, confirmed), { kind, dueAt, now: slot.startsAt })).toEqual([])
  })
  test('never falls due for a visit that nobody confirmed, or that has ended', () => {
    for (const visit of [given(created), given(created, confirmed, cancelled), given()]) {
      expect(remind(visit, { kind, dueAt, now: dueAt })).toEqual([])
    }
  })
})

describe('a patient who does not come', () => {
  const missing = (...events: AppointmentEvent[]) =>
    recordNoShow(given(...events), { by: as('doctor'), now: slot.startsAt })

  test('is noted once, from the moment the visit begins', () => {
    expect(missing(created, confirmed)).toEqual({ ok: true, value: [missed] })
    expect(missing(created, confirmed, missed)).toEqual({ ok: true, value: [] })
    const early = recordNoShow(given(created, confirmed), { by: as('doctor'), now: tuesday('13:19') })
    expect(early).toMatchObject({ refused: 'appointment_not_begun' })
  })
  test('was expected: nobody misses a visit that was not confirmed or had ended', () => {
    expect(missing(created)).toMatchObject({ refused: 'appointment_ended' })
    expect(missing(created, confirmed, cancelled)).toMatchObject({ refused: 'appointment_ended' })
    const stranger = recordNoShow(given(created, confirmed), { by: as('doctor', idris.id), now: slot.startsAt })
    expect(stranger).toMatchObject({ refused: 'appointment_unknown' })
  })
  test('is not noted while the visit is still being moved, since the move holds two hours', () => {
    const moved: AppointmentEvent = {
      type: 'AppointmentRescheduled',
      data: {
        appointmentId: id,
        ...slot,
        ...noBuffers,
        startsAt: tuesday('13:00'),
        endsAt: tuesday('13:20'),
        by: 'staff',
      },
    }
    expect(missing(created, confirmed, moved)).toMatchObject({ refused: 'move_under_way' })
  })
})

test('an event before the first is a fault', () => {
  expect(() => given(confirmed)).toThrow('AppointmentConfirmed before AppointmentCreated')
})
