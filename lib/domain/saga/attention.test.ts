import { describe, expect, test } from 'vitest'
import { apply, at, done, doneUpTo, failing, finished, given, hour, minute, ok, tried } from '@/scripts/test-saga'
import { supersede } from './decide'
import { nextMove, nextStep } from './next-move'

const booked = doneUpTo('add-calendar-event')

describe('a clinic that would rather call', () => {
  const kept = tried(booked, 'email-patient', failing('permanent'), 0, 'attention')

  test('keeps a booking whose mail was refused, is asked to call, and tells the others', () => {
    expect(kept).toMatchObject({ status: 'RUNNING', needsAttention: true, passedOver: ['email-patient'] })
    expect(nextStep(kept)).toBe('email-doctor')
    expect(done(kept, ['email-doctor'])).toMatchObject({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
  })
  test('still has undone what a calendar refused: nobody can come to an hour the doctor does not see', () => {
    const refused = tried(doneUpTo('load-people'), 'add-calendar-event', failing('permanent'), 0, 'attention')
    expect(refused).toMatchObject({ status: 'COMPENSATING', needsAttention: false })
  })
})

describe('a cancellation', () => {
  const cancelled = given('appointment-cancelled')
  const withdrawn = done(cancelled, ['remove-calendar-event', 'withdraw-reminders'])

  test('that one of the two cannot be told is told to the other, and is done', () => {
    const untold = tried(withdrawn, 'email-patient-cancelled', failing('permanent'))
    expect(untold).toMatchObject({ status: 'RUNNING', needsAttention: true })
    const end = done(untold, ['email-doctor-cancelled'])
    expect(end).toMatchObject({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
  })
  test('that the calendar refuses does everything else, and is not called done', () => {
    const stuck = tried(cancelled, 'remove-calendar-event', failing('permanent'))
    expect(stuck).toMatchObject({ status: 'RUNNING', needsAttention: true })
    const end = done(stuck, ['withdraw-reminders', 'email-patient-cancelled', 'email-doctor-cancelled'])
    expect(end).toMatchObject({ status: 'FAILED', outcome: null, needsAttention: true })
    expect(nextMove(end, at(0))).toEqual({ move: 'end' })
  })
  test('is never undone, however long the calendar is away', () => {
    const first = tried(cancelled, 'remove-calendar-event', failing('transient'))
    const late = tried(first, 'remove-calendar-event', failing('transient'), 24 * hour)
    expect(late).toMatchObject({ status: 'RUNNING', needsAttention: true, passedOver: ['remove-calendar-event'] })
    expect(late.asksAbout).toMatchObject([{ kind: 'exhausted' }])
  })
})

describe('a mail of which nobody knows whether it went out', () => {
  const lost = tried(booked, 'email-patient', failing('unknown'))

  test('is sent again under its key while the key lives, and not after', () => {
    expect(nextMove(lost, at(23 * hour))).toMatchObject({ step: 'email-patient', lostSince: at(0), isTooLate: false })
    expect(nextMove(lost, at(23 * hour + 1))).toMatchObject({ step: 'email-patient', isTooLate: true })
  })
  test('undoes nothing when it can no longer be found out: a person is asked, and the booking goes on', () => {
    const late = tried(lost, 'email-patient', failing('indeterminate'), 24 * hour)
    expect(late).toMatchObject({ status: 'RUNNING', needsAttention: true, passedOver: ['email-patient'] })
    const down = tried(lost, 'email-patient', failing('transient'), 23 * hour)
    expect(down).toMatchObject({ status: 'RUNNING', needsAttention: true })
    expect(down.asksAbout).toMatchObject([{ kind: 'indeterminate' }])
  })
  test('is as doubtful when only its last answer was lost', () => {
    const down = tried(booked, 'email-patient', failing('transient'))
    const late = tried(down, 'email-patient', failing('unknown'), 23 * hour)
    expect(late.asksAbout).toMatchObject([{ kind: 'indeterminate' }])
    expect(late.attempts.at(-1)).toMatchObject({ outcome: 'refused', failure: { kind: 'unknown' } })
  })
  test('a calendar can be put right whatever was lost, and is', () => {
    const unsure = tried(doneUpTo('load-people'), 'add-calendar-event', failing('unknown'))
    const late = tried(unsure, 'add-calendar-event', failing('transient'), 24 * hour)
    expect(late).toMatchObject({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
})

test('a person is asked about what was given up, and not about why it was undone', () => {
  const down = tried(
    tried(booked, 'email-patient', failing('transient')),
    'email-patient',
    failing('transient'),
    23 * hour,
  )
  const freed = done(down, ['undo:add-calendar-event', 'decline-appointment'], 24 * hour)
  const end = tried(freed, 'email-patient-not-booked', failing('permanent'), 24 * hour)
  expect(end).toMatchObject({ outcome: 'undone', failedBecause: { failure: { kind: 'exhausted' } } })
  expect(end.asksAbout).toMatchObject([{ kind: 'permanent' }])
})

test('nobody is asked for any more when a cancellation has overtaken it', () => {
  const asking = tried(booked, 'email-patient', failing('permanent'), 0, 'attention')
  const over = apply(asking, supersede(), minute)
  expect(over).toMatchObject({ status: 'COMPLETED', outcome: 'superseded', needsAttention: false })
})

test('an answer without a question is a fault', () => {
  expect(() => finished(booked, 'email-patient', ok)).toThrow('no open attempt of email-patient')
})
