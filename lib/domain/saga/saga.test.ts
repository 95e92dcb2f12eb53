import { describe, expect, test } from 'vitest'
import { apply, at, begun, doneUpTo, failing, given, hour, minute, ok, tried } from '@/scripts/test-saga'
import { supersede } from './decide'
import { nextMove, nextStep, remainingSteps } from './next-move'
import { plans } from './plans'

describe('going forward', () => {
  test('the steps come in the order of the plan, and the last one’s outcome ends the saga', () => {
    expect(nextMove(given(), at(0))).toEqual({
      move: 'step',
      step: 'load-people',
      lostSince: null,
      isTooLate: false,
      isAskedAgain: false,
    })
    expect(nextStep(doneUpTo('add-calendar-event'))).toBe('email-patient')
    const all = doneUpTo('email-doctor')
    expect(all).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
    expect(nextMove(all, at(0))).toEqual({ move: 'end' })
  })
  test('a passing failure is tried again after 15 s, 30 s, a minute, and then every minute', () => {
    let saga = doneUpTo('add-calendar-event')
    let ms = 0
    for (const wait of [15_000, 30_000, minute, minute]) {
      saga = tried(saga, 'email-patient', failing('transient'), ms)
      expect(nextMove(saga, at(ms + wait - 1))).toEqual({ move: 'wait', until: at(ms + wait) })
      ms += wait
      expect(nextMove(saga, at(ms))).toMatchObject({ move: 'step', step: 'email-patient' })
    }
  })
  test('a service that asks for more time gets it, and one that asks for less is not hurried', () => {
    const delayed = (ms: number) =>
      tried(doneUpTo('add-calendar-event'), 'email-patient', failing('rate_limited', ms)).nextAt
    expect(delayed(40_000)).toBe(at(40_000))
    expect(delayed(1_000)).toBe(at(15_000))
  })
  test('one that asks for longer than there is patience, or for ever, is asked once more at the end', () => {
    const mail = doneUpTo('add-calendar-event')
    const asked = (ms: number) => tried(mail, 'email-patient', failing('rate_limited', ms))
    for (const ms of [24 * hour, 1e18]) expect(asked(ms)).toMatchObject({ status: 'RUNNING', nextAt: at(23 * hour) })
    const again = tried(asked(1e18), 'email-patient', failing('rate_limited', 1e18), 23 * hour)
    expect(again).toMatchObject({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
})

describe('a failure for good', () => {
  const refused = tried(doneUpTo('email-patient'), 'email-doctor', failing('permanent'))

  test('turns the saga round: what was done is undone, the last first, then the last words', () => {
    expect(refused.status).toBe('COMPENSATING')
    expect(remainingSteps(refused)).toEqual([
      'undo:add-calendar-event',
      'decline-appointment',
      'email-patient-not-booked',
    ])
  })
  test('a step that was refused did nothing and needs no undo; one that was down may have, and does', () => {
    const down = tried(
      tried(doneUpTo('email-patient'), 'email-doctor', failing('transient')),
      'email-doctor',
      failing('permanent'),
      minute,
    )
    expect(remainingSteps(down)[0]).toBe('undo:email-doctor')
  })
  test('an outage counts as one when it outlasts the step’s patience', () => {
    const day = 23 * 60 * minute
    const first = tried(doneUpTo('add-calendar-event'), 'email-patient', failing('transient'))
    expect(tried(first, 'email-patient', failing('transient'), day - 2 * minute).status).toBe('RUNNING')
    const late = tried(first, 'email-patient', failing('transient'), day)
    expect(late).toMatchObject({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
  test('ends undone when every step back is done', () => {
    const back = ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked']
    const end = back.reduce((saga, step) => tried(saga, step, ok), refused)
    expect(end).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  })
  test('ends undone and asks for a person when the last word cannot be said', () => {
    const freed = ['undo:add-calendar-event', 'decline-appointment'].reduce(
      (saga, step) => tried(saga, step, ok),
      refused,
    )
    const end = tried(freed, 'email-patient-not-booked', failing('permanent'))
    expect(end).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: true })
  })
  test('a correction that cannot be said does not keep the world from being put right', () => {
    const down = tried(doneUpTo('email-patient'), 'email-doctor', failing('transient'))
    const turned = tried(down, 'email-doctor', failing('permanent'), minute)
    const unsaid = tried(turned, 'undo:email-doctor', failing('permanent'), minute)
    expect(unsaid).toMatchObject({ status: 'COMPENSATING', needsAttention: true })
    expect(remainingSteps(unsaid)[0]).toBe('undo:add-calendar-event')
  })
  test('a service that only asked to wait has done nothing that must be undone', () => {
    const limited = tried(doneUpTo('email-patient'), 'email-doctor', failing('rate_limited'))
    const turned = tried(limited, 'email-doctor', failing('permanent'), minute)
    expect(remainingSteps(turned)[0]).toBe('undo:add-calendar-event')
  })
  test('asks for a person, and is not called undone, when an undo cannot be done', () => {
    const end = tried(refused, 'undo:add-calendar-event', failing('permanent'))
    expect(end).toMatchObject({ status: 'FAILED', outcome: null, needsAttention: true })
    expect(nextMove(end, at(0))).toEqual({ move: 'end' })
  })
})

describe('an intent without an outcome', () => {
  const saga = doneUpTo('load-people')
  const open = begun(saga, 'add-calendar-event')

  test('is waited for until its deadline, and is then unknown', () => {
    expect(nextMove(open, at(9_999))).toEqual({ move: 'wait', until: at(10_000) })
    expect(nextMove(open, at(10_000))).toMatchObject({ step: 'add-calendar-event', lostSince: at(0) })
  })
  test('is recorded as unknown with the next intent, and its effect is undone if it comes to that', () => {
    const again = tried(open, 'add-calendar-event', failing('permanent'), 20_000)
    expect(again.attempts.map(({ outcome }) => outcome)).toEqual(['succeeded', 'unknown', 'refused'])
    expect(remainingSteps(again)[0]).toBe('undo:add-calendar-event')
  })
  test('an answer that was lost on the way is as unknown as a crash', () => {
    const lost = tried(saga, 'add-calendar-event', failing('unknown'))
    expect(nextMove(lost, at(15_000))).toMatchObject({ move: 'step', lostSince: at(0) })
  })
})

test('a superseded saga stops where it is and undoes nothing', () => {
  const end = apply(doneUpTo('add-calendar-event'), supersede(), 0)
  expect(end).toMatchObject({ status: 'COMPLETED', outcome: 'superseded' })
  expect(remainingSteps(end).length === 0 || nextStep(end) === undefined).toBe(true)
})

test('what was done is undone in reverse', () => {
  const fresh = given('appointment-confirmed', { sms: true })
  const told = ['update-calendar-event', 'email-confirmation'].reduce((saga, step) => tried(saga, step, ok), fresh)
  const turned = tried(told, 'text-confirmation', failing('permanent'))
  expect(remainingSteps(turned).slice(0, 2)).toEqual(['undo:email-confirmation', 'undo:update-calendar-event'])
})

test('a plan with an SMS has one step more', () => {
  const names = (sms: boolean) => plans['appointment-confirmed'].plan({ mail: true, sms }).steps.map(({ name }) => name)
  expect(names(true)).toContain('text-confirmation')
  expect(names(false)).not.toContain('text-confirmation')
})
