import { describe, expect, test } from 'vitest'
import { hourMs, minuteMs, secondMs } from '@/lib/domain/time'
import {
  apply,
  at,
  begun,
  booking,
  bornAs,
  done,
  doneUpTo,
  failing,
  given,
  ok,
  operated,
  tried,
} from '@/tests/fixtures/saga'
import { supersede } from './decide'
import { compensate, operationNames, operations, resolve, retry, skip } from './operate'

const booked = doneUpTo('add-calendar-event')
const waiting = tried(booked, 'email-patient', failing('transient'))
const turned = tried(booked, 'email-patient', failing('permanent'))
const stuck = tried(turned, 'undo:add-calendar-event', failing('permanent'))
const kept = done(tried(booked, 'email-patient', failing('permanent'), 0, 'attention'), ['email-doctor'])

describe('trying again', () => {
  test('does at once what would have waited', () => {
    given(waiting).moves(at(secondMs), { move: 'wait' })
    given(waiting).when(retry, at(secondMs)).moves(at(secondMs), { move: 'step' })
  })
  test('does what was left to a person, and nothing that was done', () => {
    const again = operated(kept, retry(kept, at(hourMs)), hourMs)
    given(again).is({ status: 'RUNNING', needsAttention: false })
    given(again).remains('email-patient')
    given(again).when(tried, 'email-patient', ok, hourMs).is({ outcome: 'done', needsAttention: false })
  })
  test('goes on undoing where the undoing stopped', () => {
    const again = operated(stuck, retry(stuck, at(hourMs)), hourMs)
    given(again).is({ status: 'COMPENSATING', needsAttention: false, outcome: null })
    given(again).remains('undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked')
  })
  test('is what a message waits for that nobody can tell of: its sender is told that a person has asked', () => {
    const lost = tried(booked, 'email-patient', failing('unknown'))
    given(lost).moves(at(minuteMs), { lostSince: at(0), isAskedAgain: false })
    const told = done(tried(lost, 'email-patient', failing('indeterminate'), minuteMs), ['email-doctor'], minuteMs)
    const again = operated(told, retry(told, at(hourMs)), hourMs)
    given(again).moves(at(hourMs), { step: 'email-patient', lostSince: at(0), isAskedAgain: true })
    const lostAgain = tried(again, 'email-patient', failing('unknown'), 2 * hourMs)
    given(lostAgain).moves(at(3 * hourMs), { lostSince: at(0), isAskedAgain: false })
  })
  test('is as patient as the first time', () => {
    const down = tried(waiting, 'email-patient', failing('transient'), 22 * hourMs)
    const again = operated(down, retry(down, at(22 * hourMs)), 22 * hourMs)
    const still = tried(again, 'email-patient', failing('transient'), 44 * hourMs)
    given(still).is({ status: 'RUNNING' })
    given(down)
      .when(tried, 'email-patient', failing('transient'), 44 * hourMs)
      .is({ status: 'COMPENSATING' })
  })
  test('a booking that was done once undoes it no more, whatever a mail says', () => {
    const again = operated(kept, retry(kept, at(hourMs)), hourMs)
    const refused = tried(again, 'email-patient', failing('permanent'), hourMs)
    given(refused).is({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
    given(again).when(compensate, at(hourMs)).isRefused('cannot_be_undone')
  })
  test('is refused when nothing has failed', () => {
    const undone = done(turned, ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked'])
    for (const fine of [booking, doneUpTo('email-doctor'), undone]) {
      given(fine).when(retry, at(0)).isRefused('nothing_to_retry')
    }
    given(kept).when(apply, supersede(), 0).when(retry, at(0)).isRefused('saga_superseded')
  })
})

describe('leaving a step out', () => {
  test('goes on with the next, and never comes back to it', () => {
    const without = operated(waiting, skip(waiting, at(secondMs)), secondMs)
    given(without).remains('email-doctor')
    const down = tried(without, 'email-doctor', failing('transient'), secondMs)
    given(down).when(retry, at(secondMs)).remains('email-doctor')
  })
  test('ends the saga when it was the last', () => {
    const last = tried(doneUpTo('email-patient'), 'email-doctor', failing('transient'))
    given(last).when(skip, at(0)).is({ status: 'COMPLETED', outcome: 'done' })
  })
  test('lets an undoing go on that had stopped there', () => {
    const without = operated(stuck, skip(stuck, at(minuteMs)), minuteMs)
    given(without).remains('decline-appointment', 'email-patient-not-booked')
    const end = done(without, ['decline-appointment', 'email-patient-not-booked'], minuteMs)
    given(end).is({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  })
  test('is refused for what Carnet keeps itself', () => {
    const undone = done(turned, ['undo:add-calendar-event'])
    given(undone).goesOnWith('decline-appointment')
    given(undone).when(skip, at(secondMs)).isRefused('own_record')
  })
  test('is not offered for what is done and only done again to be safe', () => {
    const lost = tried(doneUpTo('load-people'), 'add-calendar-event', failing('unknown'))
    const back = operated(lost, compensate(lost, at(secondMs)), secondMs)
    const words = ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked']
    given(back).when(done, words, secondMs).when(skip, at(secondMs)).isRefused('nothing_to_skip')
  })
})

describe('undoing by hand', () => {
  test('undoes a booking that only waits, and says that somebody wanted it', () => {
    const back = operated(waiting, compensate(waiting, at(secondMs)), secondMs)
    given(back).is({ status: 'COMPENSATING', failedBecause: { step: 'email-patient', failure: null } })
    given(back).goesOnWith('undo:add-calendar-event')
  })
  test('tells the patient even when nothing was done yet', () => {
    const fresh = booking
    given(fresh).when(compensate, at(0)).remains('decline-appointment', 'email-patient-not-booked')
  })
  test('is refused to what has ended, undoes already, or never undoes', () => {
    for (const saga of [kept, stuck, turned, bornAs('appointment-cancelled'), bornAs('appointment-reminder')]) {
      given(saga).when(compensate, at(0)).isRefused('cannot_be_undone')
    }
  })
})

describe('a move whose old slot may already be somebody else’s', () => {
  const release = 'release-previous-slot'
  const moved = done(bornAs('appointment-rescheduled'), [
    'move-calendar-event',
    'email-patient-moved',
    'email-doctor-moved',
    'move-reminders',
  ])

  test('cannot be undone by hand any more', () => {
    given(moved).when(compensate, at(0)).is({ hasTurnedBack: true })
    given(moved).when(begun, release).when(compensate, at(0)).isRefused('cannot_be_undone')
  })
  test('goes forward or asks for a person, and never back', () => {
    const late = tried(tried(moved, release, failing('unknown')), release, failing('unknown'), 24 * hourMs)
    given(late).is({ status: 'FAILED', outcome: null, hasTurnedBack: false, needsAttention: true })
    const again = operated(late, retry(late, at(24 * hourMs)), 24 * hourMs)
    given(again)
      .when(tried, release, ok, 24 * hourMs)
      .is({ status: 'COMPLETED', outcome: 'done' })
  })
})

test('what a person has dealt with no longer asks for them', () => {
  given(kept).when(resolve).is({ status: 'COMPLETED', needsAttention: false, asksAbout: [] })
  given(waiting).when(resolve).isRefused('nobody_is_needed')
})

test('an operator is offered what can be done, and nothing else', () => {
  const undone = done(turned, ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked'])
  const offered = [booking, waiting, kept, turned, stuck, undone, apply(waiting, supersede(), 0)].map((saga) =>
    operationNames.filter((operation) => operations[operation](saga, at(secondMs)).ok).join(' '),
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
