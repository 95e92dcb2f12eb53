import { describe, expect, test } from 'vitest'
import { linesOf, type SagaProgress, verdictOf } from './verdict'

const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
const done = (step: string, attempts = 1) => ({ step, attempts, outcome: 'succeeded' as const, at: at('10:42') })
const saga = (change: Partial<SagaProgress>): SagaProgress => ({
  type: 'appointment-created',
  status: 'RUNNING',
  outcome: null,
  needsAttention: false,
  nextAt: null,
  failure: null,
  failedStep: null,
  steps: [],
  ...change,
})
const booked = saga({
  status: 'COMPLETED',
  outcome: 'done',
  steps: [done('add-calendar-event'), done('email-patient')],
})
const confirming = saga({ type: 'appointment-confirmed' })
const failed = {
  failedStep: 'add-calendar-event',
  failure: { service: 'calendar', kind: 'permanent', status: 403 },
} as const
const undone = saga({ ...failed, status: 'FAILED', outcome: 'undone', steps: [done('decline-appointment')] })

describe('the verdict', () => {
  test('is a success only when the booking is live', () => {
    expect(verdictOf('requested', [saga({})])).toBe('booking')
    expect(verdictOf('requested', [booked])).toBe('requested')
    expect(verdictOf('confirmed', [booked, confirming])).toBe('confirming')
    const sent = saga({ type: 'appointment-confirmed', status: 'COMPLETED', outcome: 'done' })
    expect(verdictOf('confirmed', [booked, sent])).toBe('confirmed')
  })
  test('is a failure only when nothing is left behind', () => {
    expect(verdictOf('requested', [saga({ ...failed, status: 'COMPENSATING' })])).toBe('undoing')
    expect(verdictOf('ended', [saga({ ...failed, status: 'COMPENSATING' })])).toBe('undoing')
    expect(verdictOf('ended', [undone])).toBe('not_booked')
    expect(verdictOf('requested', [saga({ ...failed, status: 'FAILED', needsAttention: true })])).toBe('person_needed')
  })
  test('does not say that a booking is undone while only its confirmation is', () => {
    const withdrawing = saga({ type: 'appointment-confirmed', status: 'COMPENSATING' })
    expect(verdictOf('confirmed', [booked, withdrawing])).toBe('requested')
  })
  test('is about what goes wrong, whatever waits behind it', () => {
    const waiting = saga({ type: 'appointment-confirmed' })
    expect(verdictOf('confirmed', [saga({ ...failed, status: 'COMPENSATING' }), waiting])).toBe('undoing')
    expect(verdictOf('confirmed', [saga({ ...failed, status: 'FAILED' }), waiting])).toBe('person_needed')
  })
  test('does not change when a waiting confirmation ends superseded', () => {
    const superseded = saga({ type: 'appointment-confirmed', status: 'COMPLETED', outcome: 'superseded' })
    expect(verdictOf('ended', [undone, superseded])).toBe('not_booked')
  })
})

describe('the lines', () => {
  const of = (status: 'requested' | 'confirmed' | 'ended', ...sagas: SagaProgress[]) =>
    linesOf({ status, createdAt: at('10:41'), sagas }).map(({ name, state }) => `${name} ${state}`)

  test('follow the booking step by step', () => {
    expect(of('requested', saga({}))).toEqual([
      'requested done',
      'in_calendar now',
      'you_have_mail later',
      'confirmed later',
    ])
    const half = saga({ steps: [done('add-calendar-event')] })
    expect(of('requested', half)).toEqual([
      'requested done',
      'in_calendar done',
      'you_have_mail now',
      'confirmed later',
    ])
    expect(of('requested', booked).at(-1)).toBe('confirmed later')
    expect(of('confirmed', booked, confirming).at(-1)).toBe('confirmed now')
  })
  test('tell a retry: how many tries, and when the next is', () => {
    const steps = [{ step: 'add-calendar-event', attempts: 2, outcome: 'deferred' as const, at: at('10:42') }]
    const [, calendar] = linesOf({
      status: 'requested',
      createdAt: at('10:41'),
      sagas: [saga({ steps, nextAt: at('10:43') })],
    })
    expect(calendar).toMatchObject({ state: 'now', tries: 2, nextAt: at('10:43'), at: null })
  })
  test('tell a failure: what failed, that the slot is free, and whether the patient was told', () => {
    expect(of('ended', undone)).toEqual(['requested struck', 'failed failed', 'slot_free done', 'told now'])
    const told = saga({ ...undone, steps: [done('decline-appointment'), done('email-patient-not-booked')] })
    expect(of('ended', told).at(-1)).toBe('told done')
  })
})
