import { describe, expect, test } from 'vitest'
import { doctors } from '@/prisma/cast'
import type { Appointment } from './appointment'
import { confirm } from './confirm'
import { create } from './create'
import { declineFailedBooking } from './decline'
import type { AppointmentEvent } from './events'
import { replay } from './evolve'
import { revertConfirmation } from './revert-confirmation'

const id = '5b0a3c52-0000-4000-8000-000000000001'
const patientId = '5b0a3c52-0000-4000-8000-000000000002'
const { helene, idris } = doctors
const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const schedule = { doctorId: helene.id, timeZone: 'Europe/Paris', visitMinutes: 20, hours: helene.hours }
const slot = { doctorId: helene.id, startsAt: tuesday('13:20'), endsAt: tuesday('13:40') }

const created: AppointmentEvent = {
  type: 'AppointmentCreated',
  data: { appointmentId: id, patientId, sms: false, ...slot },
}
const confirmed: AppointmentEvent = { type: 'AppointmentConfirmed', data: { appointmentId: id } }
const declined: AppointmentEvent = {
  type: 'AppointmentDeclined',
  data: { appointmentId: id, reason: 'booking_failed' },
}

const given = (...events: AppointmentEvent[]): Appointment => replay(events)
const creating = (change: Partial<Parameters<typeof create>[1]> = {}) => {
  const request = { appointmentId: id, patientId, slot, sms: false, schedule, now: tuesday('08:00'), ...change }
  return (appointment: Appointment) => create(appointment, request)
}
const confirming = (doctorId: string, clock: string) => (appointment: Appointment) =>
  confirm(appointment, { doctorId, now: tuesday(clock) })

describe('a request', () => {
  test('is made for an hour the doctor offers', () => {
    expect(creating()(given())).toEqual({ ok: true, value: [created] })
  })
  test('is refused for an hour that has begun', () => {
    expect(creating({ now: slot.startsAt })(given())).toMatchObject({ refused: 'slot_past' })
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

test('an event before the first is a fault', () => {
  expect(() => given(confirmed)).toThrow('AppointmentConfirmed before AppointmentCreated')
})
