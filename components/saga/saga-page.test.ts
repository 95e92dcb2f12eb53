import { describe, expect, test } from 'vitest'
import { reachedBy } from '@/lib/domain/messages/channels'
import { finishStep, type OnMessageRefused, type StepResult, startStep, supersede } from '@/lib/domain/saga/decide'
import type { SagaEvent } from '@/lib/domain/saga/events'
import { evolve, replay } from '@/lib/domain/saga/evolve'
import { resolve, retry, skip } from '@/lib/domain/saga/operate'
import { plans } from '@/lib/domain/saga/plans'
import type { Saga } from '@/lib/domain/saga/saga'
import { ofAppointment } from '@/lib/domain/subject'
import { laterBy, minuteMs, secondMs } from '@/lib/domain/time'
import { remaining } from '@/lib/views/remaining'
import { timelineRows } from '@/lib/views/timeline-rows'

const at = (seconds: number) => laterBy('2026-11-24T09:00:00.000Z', seconds * secondMs)
const now = at(0)
const plan = plans['appointment-created'].plan(reachedBy('mail'))
const data = {
  sagaId: 'saga',
  sagaType: 'appointment-created',
  subject: ofAppointment('visit'),
  turn: 1,
  causedBy: 'event',
  plan,
}
const fresh = replay([{ event: { type: 'SagaStarted', data } as SagaEvent, at: now }])

const apply = (saga: Saga, events: SagaEvent[]) => events.reduce((state, event) => evolve(state, event, now), saga)
const ok: StepResult = { ok: true }
const no: StepResult = { ok: false, failure: { service: 'mail', kind: 'permanent', status: 550 } }

function begun(saga: Saga, step: string): Saga {
  return apply(saga, startStep(saga, step, { key: step, now, deadlineAt: at(10), lateMs: minuteMs, othersLost: [] }))
}
function tried(saga: Saga, step: string, result: StepResult, onMessageRefused: OnMessageRefused = 'compensate'): Saga {
  const open = begun(saga, step)
  return apply(open, finishStep(open, step, result, { now, patience: { backoffMs: [1_000] }, onMessageRefused }))
}
const decided = (saga: Saga, decision: { ok: true; value: SagaEvent[] } | { ok: false }) =>
  apply(saga, decision.ok ? decision.value : [])

const inCalendar = tried(tried(fresh, 'load-people', ok), 'add-calendar-event', ok)
const turned = tried(inCalendar, 'email-patient', no)
const freed = tried(tried(turned, 'undo:add-calendar-event', ok), 'decline-appointment', ok)
const untold = tried(freed, 'email-patient-not-booked', no)
const kept = tried(tried(inCalendar, 'email-patient', no, 'attention'), 'email-doctor', ok)

const left = (saga: Saga) => remaining(saga, []).map(({ what, step }) => (step ? `${what} ${step}` : what))
const rows = (saga: Saga, half: 'doing' | 'undoing') =>
  timelineRows(saga)[half].map((row) =>
    row.kind === 'attempt'
      ? [row.attempt.step, row.attempt.outcome, row.isPassedOver && 'passed over', row.isRepeat && 'repeat']
          .filter(Boolean)
          .join(' ')
      : `${row.kind} ${row.step}`,
  )

test('a message that did not arrive is left to a person, also when the saga itself is done', () => {
  expect(remaining(kept, ['patient', 'patient']).map(({ what }) => what)).toEqual([
    'call_patient',
    'kept',
    'tell_patient',
  ])
  const done = ['email-patient', 'email-doctor'].reduce((saga, step) => tried(saga, step, ok), inCalendar)
  expect(remaining(done, []).map(({ what }) => what)).toEqual(['none'])
  expect(remaining(done, ['doctor', 'patient']).map(({ what }) => what)).toEqual(['call_doctor', 'call_patient'])
})

describe('what remains', () => {
  test('is nothing for a person while the saga goes on, when it is done, and when it was superseded', () => {
    expect(left(inCalendar)).toEqual(['itself'])
    expect(left(turned)).toEqual(['itself'])
    expect(left(apply(inCalendar, supersede()))).toEqual(['none'])
  })
  test('is to call the patient, whether the booking is undone or kept', () => {
    expect(left(untold)).toEqual(['tell_patient email-patient-not-booked'])
    expect(left(kept)).toEqual(['kept', 'tell_patient email-patient'])
  })
  test('is to finish an undoing that could not be finished', () => {
    expect(left(tried(turned, 'undo:add-calendar-event', no))).toEqual(['undo undo:add-calendar-event'])
  })
  test('goes on by itself when it is tried again, and is nothing once somebody has dealt with it', () => {
    expect(left(decided(untold, retry(untold, now)))).toEqual(['itself'])
    expect(left(decided(untold, skip(untold, now)))).toEqual(['none'])
    expect(left(decided(untold, resolve(untold)))).toEqual(['none'])
  })
})

describe('the timeline', () => {
  test('tells what is still to come, and what never began', () => {
    expect(rows(inCalendar, 'doing').slice(2)).toEqual(['later email-patient', 'later email-doctor'])
    expect(rows(inCalendar, 'undoing')).toEqual([])
    expect(rows(turned, 'doing').at(-1)).toBe('never email-doctor')
    expect(rows(turned, 'undoing')).toEqual([
      'later undo:add-calendar-event',
      'later decline-appointment',
      'later email-patient-not-booked',
    ])
    expect(rows(apply(inCalendar, supersede()), 'doing').at(-1)).toBe('never email-doctor')
  })
  test('tells which steps it went on without, and why', () => {
    expect(rows(kept, 'doing').slice(2)).toEqual(['email-patient refused passed over', 'email-doctor succeeded'])
    const skipped = decided(untold, skip(untold, now))
    expect(rows(skipped, 'undoing').slice(2)).toEqual([
      'email-patient-not-booked refused',
      'skipped email-patient-not-booked',
    ])
  })
  test('tells that an undo is done once more, since a lost call may still arrive', () => {
    const lost = { ok: false, failure: { service: 'calendar', kind: 'unknown', status: null } } as const
    const away = tried(tried(fresh, 'load-people', ok), 'add-calendar-event', lost)
    const back = apply(away, [{ type: 'CompensationStarted', data: { because: null, step: 'add-calendar-event' } }])
    const undone = tried(tried(back, 'undo:add-calendar-event', ok), 'decline-appointment', ok)
    const told = tried(undone, 'email-patient-not-booked', ok)
    expect(rows(told, 'undoing').at(-1)).toBe('again undo:add-calendar-event')
    expect(rows(begun(told, 'undo:add-calendar-event'), 'undoing').at(-1)).toBe('undo:add-calendar-event repeat')
  })
})
