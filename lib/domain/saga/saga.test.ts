import { describe, expect, test } from 'vitest'
import { type Channel, reachedBy } from '@/lib/domain/messages/channels'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { apply, at, begun, booking, bornAs, doneUpTo, failing, given, ok, tried } from '@/tests/fixtures/saga'
import type { StepResult } from './decide'
import { supersede } from './decide'
import { nextStep, remainingSteps } from './next-move'
import { plans } from './plans'

describe('going forward', () => {
  test('the steps come in the order of the plan, and the last one’s outcome ends the saga', () => {
    given(booking).moves(at(0), {
      move: 'step',
      step: 'load-people',
      lostSince: null,
      isTooLate: false,
      isAskedAgain: false,
    })
    given(doneUpTo('add-calendar-event')).goesOnWith('email-patient')
    const all = doneUpTo('email-doctor')
    given(all).is({ status: 'COMPLETED', outcome: 'done' })
    given(all).moves(at(0), { move: 'end' })
  })
  test('a passing failure is tried again after 15 s, 30 s, a minute, and then every minute', () => {
    let saga = doneUpTo('add-calendar-event')
    let ms = 0
    for (const wait of [15_000, 30_000, minuteMs, minuteMs]) {
      saga = tried(saga, 'email-patient', failing('transient'), ms)
      given(saga).moves(at(ms + wait - 1), { move: 'wait', until: at(ms + wait) })
      ms += wait
      given(saga).moves(at(ms), { move: 'step', step: 'email-patient' })
    }
  })
  test('a service that asks for more time gets it, and one that asks for less is not hurried', () => {
    const delayed = (ms: number) =>
      tried(doneUpTo('add-calendar-event'), 'email-patient', failing('rate_limited', ms)).nextAt
    expect(delayed(40_000)).toBe(at(40_000))
    expect(delayed(1_000)).toBe(at(15_000))
  })
  test('one that nobody waits for any longer than so is tried at that moment, whatever the wait would be', () => {
    const within = (withinMs: number) =>
      tried(doneUpTo('email-patient'), 'email-doctor', { ...failing('transient'), withinMs } as StepResult).nextAt
    expect(within(4_000)).toBe(at(4_000))
    expect(within(hourMs)).toBe(at(15_000))
  })
  test('one that asks for longer than there is patience, or for ever, is asked once more at the end', () => {
    const mail = doneUpTo('add-calendar-event')
    const asked = (ms: number) => tried(mail, 'email-patient', failing('rate_limited', ms))
    for (const ms of [24 * hourMs, 1e18]) given(asked(ms)).is({ status: 'RUNNING', nextAt: at(23 * hourMs) })
    const again = tried(asked(1e18), 'email-patient', failing('rate_limited', 1e18), 23 * hourMs)
    given(again).is({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
})

describe('a failure for good', () => {
  const refused = tried(doneUpTo('email-patient'), 'email-doctor', failing('permanent'))

  test('turns the saga round: what was done is undone, the last first, then the last words', () => {
    given(refused).is({ status: 'COMPENSATING' })
    given(refused).remains('undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked')
  })
  test('a step that was refused did nothing and needs no undo; one that was down may have, and does', () => {
    const down = tried(
      tried(doneUpTo('email-patient'), 'email-doctor', failing('transient')),
      'email-doctor',
      failing('permanent'),
      minuteMs,
    )
    given(down).goesOnWith('undo:email-doctor')
  })
  test('an outage counts as one when it outlasts the step’s patience', () => {
    const day = 23 * 60 * minuteMs
    const first = tried(doneUpTo('add-calendar-event'), 'email-patient', failing('transient'))
    given(first)
      .when(tried, 'email-patient', failing('transient'), day - 2 * minuteMs)
      .is({ status: 'RUNNING' })
    const late = tried(first, 'email-patient', failing('transient'), day)
    given(late).is({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
  test('ends undone when every step back is done', () => {
    const back = ['undo:add-calendar-event', 'decline-appointment', 'email-patient-not-booked']
    const end = back.reduce((saga, step) => tried(saga, step, ok), refused)
    given(end).is({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  })
  test('ends undone and asks for a person when the last word cannot be said', () => {
    const freed = ['undo:add-calendar-event', 'decline-appointment'].reduce(
      (saga, step) => tried(saga, step, ok),
      refused,
    )
    const end = tried(freed, 'email-patient-not-booked', failing('permanent'))
    given(end).is({ status: 'FAILED', outcome: 'undone', needsAttention: true })
  })
  test('a correction that cannot be said does not keep the world from being put right', () => {
    const down = tried(doneUpTo('email-patient'), 'email-doctor', failing('transient'))
    const turned = tried(down, 'email-doctor', failing('permanent'), minuteMs)
    const unsaid = tried(turned, 'undo:email-doctor', failing('permanent'), minuteMs)
    given(unsaid).is({ status: 'COMPENSATING', needsAttention: true })
    given(unsaid).goesOnWith('undo:add-calendar-event')
  })
  test('a service that only asked to wait has done nothing that must be undone', () => {
    const limited = tried(doneUpTo('email-patient'), 'email-doctor', failing('rate_limited'))
    const turned = tried(limited, 'email-doctor', failing('permanent'), minuteMs)
    given(turned).goesOnWith('undo:add-calendar-event')
  })
  test('asks for a person, and is not called undone, when an undo cannot be done', () => {
    const end = tried(refused, 'undo:add-calendar-event', failing('permanent'))
    given(end).is({ status: 'FAILED', outcome: null, needsAttention: true })
    given(end).moves(at(0), { move: 'end' })
  })
})

describe('an intent without an outcome', () => {
  const saga = doneUpTo('load-people')
  const open = begun(saga, 'add-calendar-event')

  test('is waited for until its deadline, and is then unknown', () => {
    given(open).moves(at(9_999), { move: 'wait', until: at(10_000) })
    given(open).moves(at(10_000), { step: 'add-calendar-event', lostSince: at(0) })
  })
  test('is recorded as unknown with the next intent, and its effect is undone if it comes to that', () => {
    const again = tried(open, 'add-calendar-event', failing('permanent'), 20_000)
    expect(again.attempts.map(({ outcome }) => outcome)).toEqual(['succeeded', 'unknown', 'refused'])
    given(again).goesOnWith('undo:add-calendar-event')
  })
  test('an answer that was lost on the way is as unknown as a crash', () => {
    const lost = tried(saga, 'add-calendar-event', failing('unknown'))
    given(lost).moves(at(15_000), { move: 'step', lostSince: at(0) })
  })
})

test('a superseded saga stops where it is and undoes nothing', () => {
  const end = apply(doneUpTo('add-calendar-event'), supersede(), 0)
  given(end).is({ status: 'COMPLETED', outcome: 'superseded' })
  expect(remainingSteps(end).length === 0 || nextStep(end) === undefined).toBe(true)
})

test('what was done is undone in reverse', () => {
  const fresh = bornAs('appointment-confirmed', reachedBy('mail', 'sms'))
  const told = ['update-calendar-event', 'email-confirmation'].reduce((saga, step) => tried(saga, step, ok), fresh)
  const turned = tried(told, 'text-confirmation', failing('permanent'))
  expect(remainingSteps(turned).slice(0, 2)).toEqual(['undo:email-confirmation', 'undo:update-calendar-event'])
})

test('a plan with an SMS has one step more', () => {
  const names = (...by: Channel[]) =>
    plans['appointment-confirmed'].plan(reachedBy(...by)).steps.map(({ name }) => name)
  expect(names('mail', 'sms')).toContain('text-confirmation')
  expect(names('mail')).not.toContain('text-confirmation')
})
