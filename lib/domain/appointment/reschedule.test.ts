import { describe, expect, test } from 'vitest'
import { type HeldSlot, holdSlots } from '@/lib/projections/slot-claim'
import {
  cancelledBy,
  confirmed,
  created,
  doctor,
  given,
  laterSlot,
  monday,
  movedBack,
  movedBy,
  otherDoctor,
  patient,
  released,
  slot,
  tuesday,
  unconfirmed,
} from '@/tests/fixtures/visit-story'
import type { AppointmentEvent } from './events'
import { asOfTurn } from './evolve'
import { releasePreviousSlot, revertReschedule } from './finish-reschedule'
import { reschedule } from './reschedule'

const [from, to] = [slot, laterSlot]
const moved = movedBy('patient')
const cancelled = cancelledBy('patient')

describe('a move', () => {
  const move = { by: patient, startsAt: to.startsAt, at: monday('08:00') }

  test('is to another hour the doctor offers, and tells who wanted it', () => {
    given(created).when(reschedule, move).records(moved)
    given(created)
      .when(reschedule, { ...move, startsAt: tuesday('11:40') })
      .isRefused('slot_not_offered')
    given(created)
      .when(reschedule, { ...move, startsAt: monday('07:40') })
      .isRefused('slot_past')
  })
  test('to where the visit is records nothing', () => {
    given(created)
      .when(reschedule, { ...move, startsAt: from.startsAt })
      .recordsNothing()
    given(created, moved).when(reschedule, move).recordsNothing()
  })
  test('waits for the one before it to be carried out', () => {
    const further = { ...move, startsAt: tuesday('14:20') }
    given(created, moved).when(reschedule, further).isRefused('move_under_way')
    given(created, moved, released(2)).when(reschedule, further).isAccepted()
    given(created, moved, movedBack(2)).when(reschedule, further).isAccepted()
  })
  test('of a confirmed visit keeps the clinic’s notice, if it is the patient’s', () => {
    const late = { ...move, at: monday('13:21') }
    given(created, confirmed).when(reschedule, late).isRefused('too_late_to_move', { noticeHours: 24 })
    given(created, confirmed)
      .when(reschedule, { ...late, by: doctor })
      .isAccepted()
    given(created).when(reschedule, late).isAccepted()
  })
  test('is refused for a visit that has begun, has ended, or is not theirs', () => {
    const begun = { ...move, at: from.startsAt, startsAt: '2026-11-25T13:20:00.000Z' }
    given(created).when(reschedule, begun).isRefused('appointment_begun')
    given(created, cancelled).when(reschedule, move).isRefused('appointment_ended')
    given(created)
      .when(reschedule, { ...move, by: otherDoctor })
      .isRefused('appointment_unknown')
  })
})

describe('when a move is settled', () => {
  test('the hour before it is let go, or the visit is back there; each once', () => {
    given(created, moved).when(releasePreviousSlot, 2).records(released(2))
    given(created, moved).when(revertReschedule, 2).records(movedBack(2))
    given(created, moved, released(2)).is({ slot: to, movedFrom: null })
    given(created, moved, movedBack(2)).is({ slot: from, movedFrom: null })
    for (const settled of [given(created, moved, released(2)), given(created, moved, movedBack(2)), given(created)]) {
      settled.when(releasePreviousSlot, 2).recordsNothing()
      settled.when(revertReschedule, 2).recordsNothing()
    }
  })
  test('nothing is done about a visit that was called off meanwhile', () => {
    given(created, moved, cancelled).when(revertReschedule, 2).recordsNothing()
    given(created, moved, cancelled).when(releasePreviousSlot, 2).recordsNothing()
  })
})

describe('while a visit moves', () => {
  const claims = (...events: AppointmentEvent[]) =>
    events
      .reduce<readonly HeldSlot[]>((held, event) => holdSlots(held, event, '2026-11-23T08:00:00.000Z'), [])
      .map(({ slot }) => slot.startsAt)

  test('nobody else can take either of its hours, and afterwards only one is kept', () => {
    expect(claims(created, moved)).toEqual([from.startsAt, to.startsAt])
    expect(claims(created, moved, confirmed)).toEqual([from.startsAt, to.startsAt])
    expect(claims(created, moved, released(2))).toEqual([to.startsAt])
    expect(claims(created, moved, movedBack(2))).toEqual([from.startsAt])
  })
  test('calling it off frees both at once, and what its saga records then takes none back', () => {
    expect(claims(created, moved, cancelled)).toEqual([])
    expect(claims(created, moved, cancelled, movedBack(2))).toEqual([])
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
    expect(at(3, created, moved, confirmed, movedBack(2))).toMatchObject({ state: 'confirmed', slot: from })
    expect(at(2, created, confirmed, moved, unconfirmed(2))).toMatchObject({ state: 'requested', slot: from })
  })
  test('does not see what a later one has taken back', () => {
    expect(at(2, created, confirmed, moved, movedBack(3))).toMatchObject({ state: 'confirmed', slot: from })
    expect(at(2, created, moved, confirmed, unconfirmed(3))).toMatchObject({ state: 'requested', slot: to })
  })
  test('of a second confirmation stands on its own', () => {
    const again = [created, confirmed, unconfirmed(2), confirmed]
    expect(at(2, ...again)).toMatchObject({ state: 'requested' })
    expect(at(4, ...again)).toMatchObject({ state: 'confirmed' })
  })
})
