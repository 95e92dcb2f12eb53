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
  data: {
    appointmentId,
    ...nine,
    ...buffers,
    ...reach,
    patientId: 'amina',
    by: 'patient',
    over: [],
    visitTypeId: null,
  },
}
const moved: AppointmentEvent = {
  type: 'AppointmentRescheduled',
  data: { appointmentId, ...ten, ...buffers, by: 'patient' },
}
const released: AppointmentEvent = { type: 'PreviousSlotReleased', data: { appointmentId, turn: 2, ...nine } }
const reverted: AppointmentEvent = { type: 'RescheduleReverted', data: { appointmentId, turn: 2, ...nine } }

const heldAfter = (...events: AppointmentEvent[]) =>
  events.reduce<readonly HeldSlot[]>((held, event) => holdSlots(held, event, at('07:00')), [])
const hours = (held: readonly HeldSlot[]) => held.map(({ slot }) => slot.startsAt)

describe('what a visit holds of its doctor’s time', () => {
  test('is its hour with the buffers around it', () => {
    const row = { appointment_id: appointmentId, doctor_id: 'helene', starts_at: at('08:55'), ends_at: at('09:30') }
    expect(heldAfter(created)).toEqual([{ slot: nine, rows: [row], overlaps: [] }])
  })
  test('is what is left of it where it was laid over another, which it lies over from then on', () => {
    const part = (from: string, to: string) => ({
      ...{ appointment_id: appointmentId, doctor_id: 'helene', starts_at: at(from), ends_at: at(to) },
    })
    const over = [
      { appointmentId: 'theo', startsAt: at('08:55'), endsAt: at('09:05') },
      { appointmentId: 'lea', startsAt: at('09:10'), endsAt: at('09:20') },
    ]
    const laid = { ...created, data: { ...created.data, over } } as AppointmentEvent
    expect(heldAfter(laid)).toEqual([
      {
        slot: nine,
        rows: [part('09:05', '09:10'), part('09:20', '09:30')],
        overlaps: [part('08:55', '09:05'), part('09:10', '09:20')].map((row) => ({ ...row, since: at('07:00') })),
      },
    ])
    expect(heldAfter(laid, moved, released).flatMap(({ overlaps }) => overlaps)).toEqual([])
    expect(heldAfter(laid, moved, reverted).flatMap(({ overlaps }) => overlaps)).toHaveLength(2)
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
