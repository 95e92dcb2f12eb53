import { describe, expect, test } from 'vitest'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { reachedBy } from '@/lib/domain/messages/channels'
import { type HeldSlot, holdSlots } from './slot-claim'

const appointmentId = 'visit'
const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
const nine = { doctorId: 'helene', startsAt: at('09:00'), endsAt: at('09:20') }
const ten = { doctorId: 'helene', startsAt: at('10:00'), endsAt: at('10:20') }
const buffers = { beforeMinutes: 5, afterMinutes: 10 }
const reach = reachedBy('mail')

const created: AppointmentEvent = {
  type: 'AppointmentCreated',
  data: { appointmentId, ...nine, ...buffers, ...reach, patientId: 'amina', by: 'patient', visitTypeId: null },
}
const moved: AppointmentEvent = {
  type: 'AppointmentRescheduled',
  data: { appointmentId, ...ten, ...buffers, by: 'patient' },
}
const released: AppointmentEvent = { type: 'PreviousSlotReleased', data: { appointmentId, turn: 2, ...nine } }
const reverted: AppointmentEvent = { type: 'RescheduleReverted', data: { appointmentId, turn: 2, ...nine } }

const heldAfter = (...events: AppointmentEvent[]) => events.reduce<readonly HeldSlot[]>(holdSlots, [])
const hours = (held: readonly HeldSlot[]) => held.map(({ slot }) => slot.startsAt)

describe('what a visit holds of its doctor’s time', () => {
  test('is its hour with the buffers around it', () => {
    const row = { appointment_id: appointmentId, doctor_id: 'helene', starts_at: at('08:55'), ends_at: at('09:30') }
    expect(heldAfter(created)).toEqual([{ slot: nine, row }])
  })
  test('is both hours while it is moved, and one of them after', () => {
    expect(hours(heldAfter(created, moved))).toEqual([nine.startsAt, ten.startsAt])
    expect(hours(heldAfter(created, moved, released))).toEqual([ten.startsAt])
    expect(hours(heldAfter(created, moved, reverted))).toEqual([nine.startsAt])
  })
  test('is nothing for an hour that it never claimed: going back there, it lets go of the other', () => {
    expect(hours(heldAfter(moved))).toEqual([ten.startsAt])
    expect(hours(heldAfter(moved, reverted))).toEqual([])
    expect(hours(heldAfter(moved, released))).toEqual([ten.startsAt])
  })
  test('is nothing once it is called off', () => {
    expect(
      heldAfter(created, moved, { type: 'AppointmentCancelled', data: { appointmentId, by: 'patient', late: false } }),
    ).toEqual([])
  })
})
