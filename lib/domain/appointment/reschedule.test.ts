import { describe, expect, test } from 'vitest'
import { projectSlotClaims, type SlotClaimRow } from '@/lib/projections/slot-claim'
import { doctors, scheduleOf } from '@/prisma/cast'
import type { AppointmentEvent } from './events'
import { asOfTurn, replay } from './evolve'
import { reschedule } from './reschedule'
import { releasePreviousSlot, revertReschedule } from './settle-reschedule'

const id = '5b0a3c52-0000-4000-8000-000000000001'
const patientId = '5b0a3c52-0000-4000-8000-000000000002'
const { helene, idris } = doctors
const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const wednesday = (clock: string) => `2026-11-25T${clock}:00.000Z`
const schedule = scheduleOf(helene)
const noBuffers = { beforeMinutes: 0, afterMinutes: 0 }
const slotAt = (startsAt: string, endsAt: string) => ({ doctorId: helene.id, startsAt, endsAt })
const from = slotAt(wednesday('13:20'), wednesday('13:40'))
const to = slotAt(wednesday('14:00'), wednesday('14:20'))
const of = { appointmentId: id }

const created: AppointmentEvent = {
  type: 'AppointmentCreated',
  data: { ...of, patientId, mail: true, sms: false, ...from, visitTypeId: null, ...noBuffers },
}
const confirmed: AppointmentEvent = { type: 'AppointmentConfirmed', data: of }
const moved: AppointmentEvent = { type: 'AppointmentRescheduled', data: { ...of, ...to, ...noBuffers, by: 'patient' } }
const released = (turn: number): AppointmentEvent => ({ type: 'PreviousSlotReleased', data: { ...of, turn, ...from } })
const back = (turn: number): AppointmentEvent => ({ type: 'RescheduleReverted', data: { ...of, turn, ...from } })
const unconfirmed = (turn: number): AppointmentEvent => ({ type: 'ConfirmationReverted', data: { ...of, turn } })
const cancelled: AppointmentEvent = { type: 'AppointmentCancelled', data: { ...of, by: 'patient' } }

const given = (...events: AppointmentEvent[]) => replay(events)
const amina = { role: 'patient', id: patientId } as const
const moving = (change: Partial<Parameters<typeof reschedule>[1]>, ...events: AppointmentEvent[]) => {
  const request = { by: amina, startsAt: to.startsAt, schedule, now: tuesday('08:00'), noticeHours: 24, ...change }
  return reschedule(given(...events), request)
}

describe('a move', () => {
  test('is to another hour the doctor offers, and tells who wanted it', () => {
    expect(moving({}, created)).toEqual({ ok: true, value: [moved] })
    expect(moving({ startsAt: wednesday('11:40') }, created)).toMatchObject({
      refused: 'slot_not_offered',
    })
    expect(moving({ startsAt: tuesday('07:40') }, created)).toMatchObject({
      refused: 'slot_past',
    })
  })
  test('to where the visit is records nothing', () => {
    expect(moving({ startsAt: from.startsAt }, created)).toEqual({ ok: true, value: [] })
    expect(moving({}, created, moved)).toEqual({ ok: true, value: [] })
  })
  test('waits for the one before it to be carried out', () => {
    const startsAt = wednesday('14:20')
    expect(moving({ startsAt }, created, moved)).toMatchObject({ refused: 'move_under_way' })
    expect(moving({ startsAt }, created, moved, released(2)).ok).toBe(true)
    expect(moving({ startsAt }, created, moved, back(2)).ok).toBe(true)
  })
  test('of a confirmed visit keeps the clinic’s notice, if it is the patient’s', () => {
    const late = { now: tuesday('13:21') }
    expect(moving(late, created, confirmed)).toMatchObject({ refused: 'too_late_to_move', data: { noticeHours: 24 } })
    expect(moving({ ...late, by: { role: 'doctor', id: helene.id } }, created, confirmed).ok).toBe(true)
    expect(moving(late, created).ok).toBe(true)
  })
  test('is refused for a visit that has begun, has ended, or is not theirs', () => {
    const startsAt = '2026-11-26T13:20:00.000Z'
    expect(moving({ now: from.startsAt, startsAt }, created)).toMatchObject({ refused: 'appointment_begun' })
    expect(moving({}, created, cancelled)).toMatchObject({ refused: 'appointment_ended' })
    const stranger = moving({ by: { role: 'doctor', id: idris.id } }, created)
    expect(stranger).toMatchObject({ refused: 'appointment_unknown' })
  })
})

describe('when a move is settled', () => {
  test('the hour before it is let go, or the visit is back there; each once', () => {
    const under = given(created, moved)
    expect(releasePreviousSlot(under, 2)).toEqual([released(2)])
    expect(revertReschedule(under, 2)).toEqual([back(2)])
    expect(given(created, moved, released(2))).toMatchObject({ slot: to, movedFrom: null })
    expect(given(created, moved, back(2))).toMatchObject({ slot: from, movedFrom: null })
    for (const settled of [given(created, moved, released(2)), given(created, moved, back(2)), given(created)]) {
      expect(releasePreviousSlot(settled, 2)).toEqual([])
      expect(revertReschedule(settled, 2)).toEqual([])
    }
  })
  test('nothing is done about a visit that was called off meanwhile', () => {
    expect(revertReschedule(given(created, moved, cancelled), 2)).toEqual([])
    expect(releasePreviousSlot(given(created, moved, cancelled), 2)).toEqual([])
  })
})

describe('while a visit moves', () => {
  const claims = (...events: AppointmentEvent[]) =>
    events
      .reduce<readonly SlotClaimRow[]>((held, event) => projectSlotClaims(held, event), [])
      .map(({ starts_at }) => starts_at)

  test('nobody else can take either of its hours, and afterwards only one is kept', () => {
    expect(claims(created, moved)).toEqual([from.startsAt, to.startsAt])
    expect(claims(created, moved, confirmed)).toEqual([from.startsAt, to.startsAt])
    expect(claims(created, moved, released(2))).toEqual([to.startsAt])
    expect(claims(created, moved, back(2))).toEqual([from.startsAt])
  })
  test('calling it off frees both at once, and what its saga records then takes none back', () => {
    expect(claims(created, moved, cancelled)).toEqual([])
    expect(claims(created, moved, cancelled, back(2))).toEqual([])
  })
})

describe('a saga of an earlier turn', () => {
  const at = (turn: number, ...events: AppointmentEvent[]) =>
    asOfTurn(
      events.map((event, index) => ({ version: index + 1, event })),
      turn,
    )

  test('does not see what was decided after it', () => {
    expect(at(1, created, confirmed, moved)).toMatchObject({ state: 'requested', slot: from })
    expect(at(2, created, confirmed, moved)).toMatchObject({ state: 'confirmed', slot: from })
    expect(at(2, created, confirmed, cancelled)).toMatchObject({ state: 'confirmed' })
  })
  test('sees what it and those before it have taken back since', () => {
    expect(at(3, created, confirmed, moved, unconfirmed(2))).toMatchObject({ state: 'requested', slot: to })
    expect(at(3, created, moved, confirmed, back(2))).toMatchObject({ state: 'confirmed', slot: from })
    expect(at(2, created, confirmed, moved, unconfirmed(2))).toMatchObject({ state: 'requested', slot: from })
  })
  test('does not see what a later one has taken back', () => {
    expect(at(2, created, confirmed, moved, back(3))).toMatchObject({ state: 'confirmed', slot: from })
    expect(at(2, created, moved, confirmed, unconfirmed(3))).toMatchObject({ state: 'requested', slot: to })
  })
  test('of a second confirmation stands on its own', () => {
    const again = [created, confirmed, unconfirmed(2), confirmed]
    expect(at(2, ...again)).toMatchObject({ state: 'requested' })
    expect(at(4, ...again)).toMatchObject({ state: 'confirmed' })
  })
})
