import { describe, test } from 'vitest'
import { hourMs, secondMs } from '@/lib/domain/time'
import {
  at,
  begun,
  bornAs,
  deadlineMs,
  done,
  doneUpTo,
  failing,
  finished,
  given,
  lateMs,
  ok,
  operated,
  tried,
} from '@/tests/fixtures/saga'
import { compensate, retry } from './operate'

const undo = 'undo:add-calendar-event'
const lastWords = ['decline-appointment', 'email-patient-not-booked']
/** A call that began at 0 and was lost can arrive until then. */
const safe = deadlineMs + lateMs
const early = 15 * secondMs

const loaded = doneUpTo('load-people')
const lost = tried(loaded, 'add-calendar-event', failing('unknown'))
const turned = tried(lost, 'add-calendar-event', failing('permanent'), early)

describe('what takes back a call that was lost', () => {
  const once = done(turned, [undo], early)
  const told = done(once, lastWords, early)

  test('is done at once, so that the patient need not wait for the truth', () => {
    given(turned).remains(undo, ...lastWords)
    given(turned).moves(at(early), { move: 'step', step: undo })
  })
  test('is done again last of all, when the call cannot arrive any more', () => {
    given(once).remains(...lastWords, undo)
    given(told).moves(at(early), { move: 'wait', until: at(safe) })
    given(told).moves(at(safe), { move: 'step', step: undo })
    given(told).when(tried, undo, ok, safe).is({ status: 'FAILED', outcome: 'undone' })
  })
  test('is tried again when it fails the second time', () => {
    const down = tried(told, undo, failing('transient'), safe)
    given(down).is({ status: 'COMPENSATING' })
    given(down).moves(at(safe), { move: 'wait' })
    given(down).moves(at(hourMs), { move: 'step', step: undo })
    given(down).when(tried, undo, ok, hourMs).is({ outcome: 'undone', needsAttention: false })
  })
  test('asks for a person when it is refused the second time, who can have it tried again', () => {
    const stuck = tried(told, undo, failing('permanent'), safe)
    given(stuck).is({ status: 'FAILED', outcome: null, needsAttention: true })
    const again = operated(stuck, retry(stuck, at(hourMs)), hourMs)
    given(again).remains(undo)
    given(again).when(tried, undo, ok, hourMs).is({ outcome: 'undone', needsAttention: false })
  })
  test('need not be done again when it was done late enough', () => {
    const late = done(turned, [undo, ...lastWords], safe)
    given(late).is({ status: 'FAILED', outcome: 'undone' })
  })
  test('is done once when no call was lost', () => {
    const refused = tried(doneUpTo('add-calendar-event'), 'email-patient', failing('permanent'))
    given(refused)
      .when(done, [undo, ...lastWords])
      .is({ outcome: 'undone' })
  })
  test('waits for the very last call too, though the saga gave up with it', () => {
    const day = 24 * hourMs
    const gaveUp = tried(lost, 'add-calendar-event', failing('unknown'), day)
    given(gaveUp).is({ status: 'COMPENSATING' })
    given(gaveUp)
      .when(done, [undo, ...lastWords], day)
      .moves(at(day), { move: 'wait', until: at(day + safe) })
  })
  test('waits for a call that is still in flight when an operator turns the saga back', () => {
    const open = begun(loaded, 'add-calendar-event')
    const back = operated(open, compensate(open, at(early)), early)
    given(back)
      .when(done, [undo, ...lastWords], early)
      .moves(at(early), { move: 'wait', until: at(safe) })
  })
})

describe('a cancellation', () => {
  const step = 'remove-calendar-event'
  const rest = ['withdraw-reminders', 'email-patient-cancelled', 'email-doctor-cancelled']
  const removing = begun(bornAs('appointment-cancelled'), step, early, [at(5 * secondMs), at(secondMs)])

  test('removes the event again when no call of an earlier saga can arrive any more', () => {
    const until = at(5 * secondMs + lateMs)
    const removed = done(finished(removing, step, ok, early), rest, early)
    given(removed).is({ status: 'RUNNING' })
    given(removed).moves(at(early), { move: 'wait', until })
    given(removed).when(tried, step, ok, safe).is({ status: 'COMPLETED', outcome: 'done' })
  })
  test('does not go on asking a calendar that refuses', () => {
    const end = done(finished(removing, step, failing('permanent'), early), rest, early)
    given(end).is({ status: 'FAILED', outcome: null, needsAttention: true })
    given(end).moves(at(hourMs), { move: 'end' })
  })
})
