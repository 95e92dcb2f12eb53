import { describe, expect, test } from 'vitest'
import {
  at,
  begun,
  deadlineMs,
  done,
  doneUpTo,
  failing,
  finished,
  given,
  hour,
  lateMs,
  ok,
  operated,
  second,
  tried,
} from '@/scripts/test-saga'
import { nextMove, remainingSteps } from './next-move'
import { compensate, retry } from './operate'

const undo = 'undo:add-calendar-event'
const lastWords = ['decline-appointment', 'email-patient-not-booked']
/** A call that began at 0 and was lost can arrive until then. */
const safe = deadlineMs + lateMs
const early = 15 * second

const loaded = doneUpTo('load-people')
const lost = tried(loaded, 'add-calendar-event', failing('unknown'))
const turned = tried(lost, 'add-calendar-event', failing('permanent'), early)

describe('what takes back a call that was lost', () => {
  const once = done(turned, [undo], early)
  const told = done(once, lastWords, early)

  test('is done at once, so that the patient need not wait for the truth', () => {
    expect(remainingSteps(turned)).toEqual([undo, ...lastWords])
    expect(nextMove(turned, at(early))).toMatchObject({ move: 'step', step: undo })
  })
  test('is done again last of all, when the call cannot arrive any more', () => {
    expect(remainingSteps(once)).toEqual([...lastWords, undo])
    expect(nextMove(told, at(early))).toEqual({ move: 'wait', until: at(safe) })
    expect(nextMove(told, at(safe))).toMatchObject({ move: 'step', step: undo })
    expect(tried(told, undo, ok, safe)).toMatchObject({ status: 'FAILED', outcome: 'undone' })
  })
  test('is tried again when it fails the second time', () => {
    const down = tried(told, undo, failing('transient'), safe)
    expect(down.status).toBe('COMPENSATING')
    expect(nextMove(down, at(safe))).toMatchObject({ move: 'wait' })
    expect(nextMove(down, at(hour))).toMatchObject({ move: 'step', step: undo })
    expect(tried(down, undo, ok, hour)).toMatchObject({ outcome: 'undone', needsAttention: false })
  })
  test('asks for a person when it is refused the second time, who can have it tried again', () => {
    const stuck = tried(told, undo, failing('permanent'), safe)
    expect(stuck).toMatchObject({ status: 'FAILED', outcome: null, needsAttention: true })
    const again = operated(stuck, retry(stuck, at(hour)), hour)
    expect(remainingSteps(again)).toEqual([undo])
    expect(tried(again, undo, ok, hour)).toMatchObject({ outcome: 'undone', needsAttention: false })
  })
  test('need not be done again when it was done late enough', () => {
    const late = done(turned, [undo, ...lastWords], safe)
    expect(late).toMatchObject({ status: 'FAILED', outcome: 'undone' })
  })
  test('is done once when no call was lost', () => {
    const refused = tried(doneUpTo('add-calendar-event'), 'email-patient', failing('permanent'))
    expect(done(refused, [undo, ...lastWords])).toMatchObject({ outcome: 'undone' })
  })
  test('waits for the very last call too, though the saga gave up with it', () => {
    const day = 24 * hour
    const gaveUp = tried(lost, 'add-calendar-event', failing('unknown'), day)
    expect(gaveUp.status).toBe('COMPENSATING')
    expect(nextMove(done(gaveUp, [undo, ...lastWords], day), at(day))).toEqual({ move: 'wait', until: at(day + safe) })
  })
  test('waits for a call that is still in flight when an operator turns the saga back', () => {
    const open = begun(loaded, 'add-calendar-event')
    const back = operated(open, compensate(open, at(early)), early)
    expect(nextMove(done(back, [undo, ...lastWords], early), at(early))).toEqual({ move: 'wait', until: at(safe) })
  })
})

describe('a cancellation', () => {
  const step = 'remove-calendar-event'
  const rest = ['withdraw-reminders', 'email-patient-cancelled', 'email-doctor-cancelled']
  const removing = begun(given('appointment-cancelled'), step, early, [at(5 * second), at(second)])

  test('removes the event again when no call of an earlier saga can arrive any more', () => {
    const until = at(5 * second + lateMs)
    const removed = done(finished(removing, step, ok, early), rest, early)
    expect(removed.status).toBe('RUNNING')
    expect(nextMove(removed, at(early))).toEqual({ move: 'wait', until })
    expect(tried(removed, step, ok, safe)).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  })
  test('does not go on asking a calendar that refuses', () => {
    const end = done(finished(removing, step, failing('permanent'), early), rest, early)
    expect(end).toMatchObject({ status: 'FAILED', outcome: null, needsAttention: true })
    expect(nextMove(end, at(hour))).toEqual({ move: 'end' })
  })
})
