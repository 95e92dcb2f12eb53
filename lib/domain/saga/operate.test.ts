import { describe, expect, test } from 'vitest'
import {
  apply,
  at,
  begun,
  done,
  doneUpTo,
  failing,
  given,
  hour,
  minute,
  ok,
  operated,
  second,
  tried,
} from '@/scripts/test-saga'
import { supersede } from './decide'
import { nextMove, nextStep, remainingSteps } from './next-move'
import { compensate, operations, resolve, retry, skip } from './operate'

const booked = doneUpTo('add-calendar-event')
const waiting = tried(booked, 'email-patient', failing('transient'))
const turned = tried(booked, 'email-patient', failing('permanent'))
const stuck = tried(turned, 'undo:add-calendar-event', failing('permanent'))
const kept = done(tried(booked, 'email-patient', failing('permanent'), 0, 'attention'), ['email-doctor'])

describe('trying again', () => {
  test('does at once what would have waited', () => {
    expect(nextMove(waiting, at(second))).toMatchObject({ move: 'wait' })
    expect(nextMove(operated(waiting, retry(waiting, at(second)), second), at(second))).toMatchObject({ move: 'step' })
  })
  test('does what was left to a person, and nothing that was done', () => {
    const again = operated(kept, retry(kept, at(hour)), hour)
    expect(again).toMatchObject({ status: 'RUNNING', needsAttention: false })
    expect(remainingSteps(again)).toEqual(['email-patient'])
    expect(tried(again, 'email-patient', ok, hour)).toMatchObject({ outcome: 'done', needsAttention: false })
  })
  test('goes on undoing where the undoing stopped', () => {
    const again = operated(stuck, retry(stuck, at(hour)), hour)
    expect(again).toMatchObject({ status: 'COMPENSATING', needsAttention: false, outcome: null })
    expect(remainingSteps(again)).toEqual([
      'undo:add-calendar-event',
      'decline-appointment',
      'email-patient-not-booked',
    ])
  })
  test('is what a message waits for that nobody can tell of: its sender is told that a person has asked', () => {
    const lost = tried(booked, 'email-patient', failing('unknown'))
    expect(nextMove(lost, at(minute))).toMatchObject({ lostSince: at(0), isAskedAgain: false })
    const told = done(tried(lost, 'email-patient', failing('indeterminate'), minute), ['email-doctor'], minute)
    const again = operated(told, retry(told, at(hour)), hour)
    expect(nextMove(again, at(hour))).toMatchObject({ step: 'email-patient', lostSince: at(0), isAskedAgain: true })
    const lostAgain = tried(again, 'email-patient', failing('unknown'), 2 * hour)
    expect(nextMove(lostAgain, at(3 * hour))).toMatchObject({ lostSince: at(0), isAskedAgain: false })
  })
  test('is as patient as the first time', () => {
    const down = tried(waiting, 'email-patient', failing('transient'), 22 * hour)
    const again = operated(down, retry(down, at(22 * hour)), 22 * hour)
    const still = tried(again, 'email-patient', failing('transient'), 44 * hour)
    expect(still.status).toBe('RUNNING')
    expect(tried(down, 'email-patient', failing('transient'), 44 * hour).status).toBe('COMPENSATING')
  })
  test('a booking that was done once undoes it no more, whatever a mail says', () => {
    const again = operated(kept, retry(kept, at(hour)), hour)
    const refused = tried(again, 'email-patient', failing('permanent'), hour)
    expect(refused).toMatchObject({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
    expect(compensate(again, at(hour))).toMatchObject({ refused: 'cannot_be_undone' })
  })
  test('is refused when nothing has failed', () => {
    const undone = done(turned, ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked'])
    for (const fine of [given(), doneUpTo('email-doctor'), undone]) {
      expect(retry(fine, at(0))).toMatchObject({ refused: 'nothing_to_retry' })
    }
    expect(retry(apply(kept, supersede(), 0), at(0))).toMatchObject({ refused: 'saga_superseded' })
  })
})

describe('leaving a step out', () => {
  test('goes on with the next, and never comes back to it', () => {
    const without = operated(waiting, skip(waiting, at(second)), second)
    expect(remainingSteps(without)).toEqual(['email-doctor'])
    const down = tried(without, 'email-doctor', failing('transient'), second)
    expect(remainingSteps(operated(down, retry(down, at(second)), second))).toEqual(['email-doctor'])
  })
  test('ends the saga when it was the last', () => {
    const last = tried(doneUpTo('email-patient'), 'email-doctor', failing('transient'))
    expect(operated(last, skip(last, at(0)))).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  })
  test('lets an undoing go on that had stopped there', () => {
    const without = operated(stuck, skip(stuck, at(minute)), minute)
    expect(remainingSteps(without)).toEqual(['decline-appointment', 'email-patient-not-booked'])
    const end = done(without, ['decline-appointment', 'email-patient-not-booked'], minute)
    expect(end).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  })
  test('is refused for what Carnet keeps itself', () => {
    const undone = done(turned, ['undo:add-calendar-event'])
    expect(remainingSteps(undone)[0]).toBe('decline-appointment')
    expect(skip(undone, at(second))).toMatchObject({ refused: 'own_record' })
  })
  test('is not offered for what is done and only done again to be safe', () => {
    const lost = tried(doneUpTo('load-people'), 'add-calendar-event', failing('unknown'))
    const back = operated(lost, compensate(lost, at(second)), second)
    const words = ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked']
    expect(skip(done(back, words, second), at(second))).toMatchObject({ refused: 'nothing_to_skip' })
  })
})

describe('undoing by hand', () => {
  test('undoes a booking that only waits, and says that somebody wanted it', () => {
    const back = operated(waiting, compensate(waiting, at(second)), second)
    expect(back).toMatchObject({ status: 'COMPENSATING', failedBecause: { step: 'email-patient', failure: null } })
    expect(nextStep(back)).toBe('undo:add-calendar-event')
  })
  test('tells the patient even when nothing was done yet', () => {
    const fresh = given()
    expect(remainingSteps(operated(fresh, compensate(fresh, at(0))))).toEqual([
      'decline-appointment',
      'email-patient-not-booked',
    ])
  })
  test('is refused to what has ended, undoes already, or never undoes', () => {
    for (const saga of [kept, stuck, turned, given('appointment-cancelled'), given('appointment-reminder')]) {
      expect(compensate(saga, at(0))).toMatchObject({ refused: 'cannot_be_undone' })
    }
  })
})

describe('a move whose old slot may already be somebody else’s', () => {
  const release = 'release-previous-slot'
  const moved = done(given('appointment-rescheduled'), [
    'move-calendar-event',
    'email-patient-moved',
    'email-doctor-moved',
    'move-reminders',
  ])

  test('cannot be undone by hand any more', () => {
    expect(compensate(moved, at(0)).ok).toBe(true)
    expect(compensate(begun(moved, release), at(0))).toMatchObject({ refused: 'cannot_be_undone' })
  })
  test('goes forward or asks for a person, and never back', () => {
    const late = tried(tried(moved, release, failing('unknown')), release, failing('unknown'), 24 * hour)
    expect(late).toMatchObject({ status: 'FAILED', outcome: null, hasTurnedBack: false, needsAttention: true })
    const again = operated(late, retry(late, at(24 * hour)), 24 * hour)
    expect(tried(again, release, ok, 24 * hour)).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  })
})

test('what a person has dealt with no longer asks for them', () => {
  expect(operated(kept, resolve(kept))).toMatchObject({ status: 'COMPLETED', needsAttention: false, asksAbout: [] })
  expect(resolve(waiting)).toMatchObject({ refused: 'nobody_is_needed' })
})

test('an operator is offered what can be done, and nothing else', () => {
  const undone = done(turned, ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked'])
  const offered = [given(), waiting, kept, turned, stuck, undone, apply(waiting, supersede(), 0)].map((saga) =>
    operations(saga, at(second)).join(' '),
  )
  expect(offered).toEqual([
    'compensate',
    'retry skip compensate',
    'retry skip resolve',
    'skip',
    'retry skip resolve',
    '',
    '',
  ])
})
