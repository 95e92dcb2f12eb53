import { describe, expect, test } from 'vitest'
import { linesOf } from './lines'
import { type SagaProgress, startOf, type VisitProgress, whyUndone } from './progress'
import { verdictOf } from './verdict'

const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
const done = (step: string) => ({ step, attempts: 1, outcome: 'succeeded' as const, at: at('10:42') })
const refused = (step: string) => ({ ...done(step), outcome: 'refused' as const })
const saga = (change: Partial<SagaProgress>): SagaProgress => ({
  type: 'appointment-created',
  status: 'RUNNING',
  outcome: null,
  wasDone: false,
  hasTurnedBack: false,
  needsAttention: false,
  startedAt: at('10:41'),
  nextAt: null,
  failure: null,
  failedStep: null,
  planned: ['add-calendar-event', 'email-patient', 'email-doctor'],
  steps: [],
  move: null,
  ...change,
})
const ended = { status: 'COMPLETED', outcome: 'done', wasDone: true } as const
const retried = { ...ended, status: 'RUNNING', outcome: null } as const
const turned = { status: 'COMPENSATING', hasTurnedBack: true } as const
const backAgain = { status: 'FAILED', outcome: 'undone', hasTurnedBack: true } as const
const superseded = { status: 'COMPLETED', outcome: 'superseded' } as const
const stuck = { status: 'FAILED', outcome: null, needsAttention: true, hasTurnedBack: true } as const

const booked = saga({ ...ended, steps: [done('add-calendar-event'), done('email-patient')] })
const bookedAtOnce = { planned: ['add-calendar-event', 'email-doctor-booked', 'email-confirmation'] }
const confirming = saga({ type: 'appointment-confirmed', startedAt: at('10:45') })
const confirmed = { ...confirming, ...ended }
const reminding = saga({ type: 'appointment-reminder' })
const moving = saga({ type: 'appointment-rescheduled', move: { from: at('13:20'), to: at('15:00') } })
const failed = {
  failedStep: 'add-calendar-event',
  failure: { service: 'calendar', kind: 'permanent', status: 403 },
} as const
const undone = saga({ ...failed, ...backAgain, steps: [done('decline-appointment')] })

const visit = (status: 'requested' | 'confirmed', ...sagas: SagaProgress[]): VisitProgress => {
  return { status, endedBecause: null, startsAt: at('15:00'), createdAt: at('10:41'), sagas }
}
const endedVisit = (endedBecause: VisitProgress['endedBecause'], ...sagas: SagaProgress[]): VisitProgress => {
  return { ...visit('requested', ...sagas), status: 'ended', endedBecause }
}

describe('the verdict', () => {
  const of = (...facts: Parameters<typeof visit>) => verdictOf(visit(...facts))

  test('is a success only when the booking is live', () => {
    expect(of('requested', saga({}))).toBe('booking')
    expect(of('requested', booked)).toBe('requested')
    expect(of('confirmed', booked, confirming)).toBe('confirming')
    expect(of('confirmed', booked, confirmed)).toBe('confirmed')
  })
  test('of what is confirmed at once is a success once everything is done for it, and no doctor said yes', () => {
    expect(of('confirmed', saga(bookedAtOnce))).toBe('booking')
    expect(of('confirmed', saga({ ...bookedAtOnce, ...ended }))).toBe('confirmed')
    expect(of('confirmed', saga({ ...bookedAtOnce, ...turned }))).toBe('undoing')
    expect(of('confirmed', saga({ ...bookedAtOnce, ...stuck }))).toBe('person_needed')
    const names = (one: SagaProgress) => linesOf(visit('confirmed', one)).map(({ name, state }) => `${name} ${state}`)
    const steps = [done('add-calendar-event'), done('email-confirmation')]
    expect(names(saga({ ...bookedAtOnce, steps: steps.slice(0, 1) }))).toEqual([
      'requested done',
      'in_calendar done',
      'you_have_mail now',
      'confirmed_at_once later',
    ])
    expect(names(saga({ ...bookedAtOnce, ...ended, steps })).at(-1)).toBe('confirmed_at_once done')
  })
  test('is a failure only when nothing is left behind', () => {
    expect(of('requested', saga({ ...failed, ...turned }))).toBe('undoing')
    expect(verdictOf(endedVisit('booking_failed', undone))).toBe('not_booked')
    expect(of('requested', saga({ ...failed, ...stuck }))).toBe('person_needed')
  })
  test('stays a failure while an undo is only repeated, or the patient is still to be told', () => {
    const repeating = saga({ ...failed, ...turned, steps: [done('decline-appointment')] })
    expect(verdictOf(endedVisit('booking_failed', repeating))).toBe('not_booked')
    const notTold = saga({ ...failed, ...backAgain, needsAttention: true })
    expect(verdictOf(endedVisit('booking_failed', notTold))).toBe('not_booked')
  })
  test('does not say that a booking is undone while only its confirmation is', () => {
    expect(of('confirmed', booked, saga({ type: 'appointment-confirmed', ...turned }))).toBe('requested')
  })
  test('is about what goes wrong, whatever waits behind it', () => {
    expect(of('confirmed', saga({ ...failed, ...turned }), confirming)).toBe('undoing')
    expect(of('confirmed', saga({ ...failed, ...stuck }), confirming)).toBe('person_needed')
    expect(of('requested', saga({ ...failed, ...turned }), moving)).toBe('undoing')
    expect(of('confirmed', booked, saga({ type: 'appointment-confirmed', ...stuck }))).toBe('person_needed')
  })
  test('says that a visit is moved only once it has moved', () => {
    expect(of('requested', booked, moving)).toBe('moving')
    expect(of('confirmed', booked, confirmed, moving)).toBe('moving')
    expect(of('requested', booked, saga({ ...moving, ...ended }))).toBe('requested')
    expect(of('confirmed', booked, confirmed, saga({ ...moving, ...ended }))).toBe('confirmed')
    expect(of('confirmed', booked, saga({ ...moving, ...ended }), confirmed)).toBe('confirmed')
  })
  test('says that a visit stays where it was while a move is undone, and until something else happens', () => {
    expect(of('confirmed', booked, confirmed, saga({ ...moving, ...turned }))).toBe('not_moved')
    expect(of('requested', booked, saga({ ...moving, ...turned }), confirming)).toBe('not_moved')
    const notMoved = saga({ ...moving, ...backAgain })
    expect(of('requested', booked, notMoved)).toBe('not_moved')
    expect(of('confirmed', booked, notMoved, confirmed)).toBe('confirmed')
    expect(of('requested', booked, notMoved, saga({ ...moving, ...ended }))).toBe('requested')
    expect(of('requested', booked, saga({ ...moving, ...stuck }))).toBe('person_needed')
  })
  test('says that it has moved when only the old slot could not be let go', () => {
    const leftOver = saga({ ...moving, ...stuck, hasTurnedBack: false })
    expect(of('confirmed', booked, confirmed, leftOver)).toBe('confirmed')
    expect(startOf(visit('confirmed', booked, confirmed, leftOver))).toBe(at('15:00'))
    expect(linesOf(visit('confirmed', booked, confirmed, leftOver)).at(-1)).toMatchObject({
      name: 'moved',
      state: 'done',
    })
  })
  test('says who called the visit off, or that nobody came', () => {
    const cancelling = saga({ type: 'appointment-cancelled' })
    for (const because of ['cancelled_by_patient', 'cancelled_by_doctor', 'cancelled_by_staff'] as const) {
      expect(verdictOf(endedVisit(because, booked, cancelling))).toBe(because)
    }
    expect(verdictOf(endedVisit('doctor_declined', booked, saga({ type: 'appointment-declined' })))).toBe('declined')
    expect(verdictOf(endedVisit('no_show', booked, confirmed, saga({ type: 'appointment-no-show' })))).toBe('missed')
  })
  test('is not changed by what was superseded, by a reminder, or by a message that did not go through', () => {
    expect(verdictOf(endedVisit('booking_failed', undone, saga({ ...confirming, ...superseded })))).toBe('not_booked')
    expect(verdictOf(endedVisit('cancelled_by_patient', saga(superseded), saga({ ...moving, ...superseded })))).toBe(
      'cancelled_by_patient',
    )
    expect(of('confirmed', booked, confirmed, reminding)).toBe('confirmed')
    expect(of('confirmed', booked, confirmed, saga({ ...reminding, ...ended, needsAttention: true }))).toBe('confirmed')
    expect(of('requested', booked, saga({ ...moving, ...backAgain }), reminding)).toBe('not_moved')
    expect(of('requested', saga({ ...booked, needsAttention: true }))).toBe('requested')
  })
  test('stands while a message is tried again that did not go through when it was done', () => {
    expect(of('requested', saga({ ...booked, ...retried }))).toBe('requested')
    expect(of('confirmed', saga({ ...booked, ...retried }), confirmed)).toBe('confirmed')
    expect(of('confirmed', booked, saga({ ...confirmed, ...retried }))).toBe('confirmed')
    expect(of('requested', booked, saga({ ...moving, ...retried }))).toBe('requested')
  })
  test('goes by the later saga when an earlier one of its kind is tried again', () => {
    const withdrawn = saga({ type: 'appointment-confirmed', ...turned })
    expect(of('confirmed', booked, withdrawn, confirmed)).toBe('confirmed')
    expect(of('requested', booked, saga({ ...moving, ...turned }), saga({ ...moving, ...ended }))).toBe('requested')
  })
})

test('the hour shown is where the visit is: while a move is undone, still the one before', () => {
  expect(startOf(visit('requested', booked, moving))).toBe(at('15:00'))
  expect(startOf(visit('requested', booked, saga({ ...moving, ...turned })))).toBe(at('13:20'))
  expect(startOf(visit('requested', booked, saga({ ...moving, ...turned }), saga({ ...moving, ...ended })))).toBe(
    at('15:00'),
  )
})

test('a booking that somebody had undone was not refused by anything', () => {
  expect(whyUndone([undone])).toBe('calendar')
  expect(whyUndone([saga(backAgain)])).toBe('clinic')
  expect(whyUndone([saga({ failure: { service: 'carnet', kind: 'unknown', status: null } })])).toBe('other')
})

describe('the lines', () => {
  const of = (progress: VisitProgress) => linesOf(progress).map(({ name, state }) => `${name} ${state}`)

  test('follow the booking step by step', () => {
    const rest = ['you_have_mail later', 'confirmed later']
    expect(of(visit('requested', saga({})))).toEqual(['requested done', 'in_calendar now', ...rest])
    expect(of(visit('requested', saga({ steps: [done('add-calendar-event')] })))).toEqual([
      'requested done',
      'in_calendar done',
      'you_have_mail now',
      'confirmed later',
    ])
    expect(of(visit('requested', booked)).at(-1)).toBe('confirmed later')
    expect(of(visit('confirmed', booked, confirming)).at(-1)).toBe('confirmed now')
    expect(of(visit('confirmed', booked, confirmed)).at(-1)).toBe('confirmed done')
    expect(of(visit('confirmed', booked, saga({ ...confirming, ...turned }))).at(-1)).toBe('confirmed later')
  })
  test('say that a mail to a wrong address failed, until it was said again at another', () => {
    const untold = saga({ ...ended, steps: [done('add-calendar-event'), refused('email-patient')] })
    const again = { type: 'appointment-contact-corrected', planned: ['email-again'] } as const
    const told = (...corrections: SagaProgress[]) => of(visit('requested', untold, ...corrections))[2]
    expect(told()).toBe('you_have_mail failed')
    expect(told(saga(again))).toBe('you_have_mail later')
    expect(told(saga({ ...again, ...ended, steps: [done('email-again')] }))).toBe('you_have_mail done')
    expect(told(saga({ ...again, ...ended, steps: [refused('email-again')] }))).toBe('you_have_mail failed')
  })
  test('tell a retry: how many tries, and when the next is', () => {
    const steps = [{ step: 'add-calendar-event', attempts: 2, outcome: 'deferred' as const, at: at('10:42') }]
    const [, calendar] = linesOf(visit('requested', saga({ steps, nextAt: at('10:43') })))
    expect(calendar).toMatchObject({ state: 'now', tries: 2, nextAt: at('10:43'), at: null })
  })
  test('tell a failure: what failed, that the slot is free, and whether the patient was told', () => {
    const begun = ['requested struck', 'failed failed']
    const going = saga({ ...failed, ...turned })
    expect(of(visit('requested', going))).toEqual([...begun, 'slot_free now', 'told later'])
    const writing = saga({ ...going, steps: [done('decline-appointment')] })
    expect(of(endedVisit('booking_failed', writing))).toEqual([...begun, 'slot_free done', 'told now'])
    const told = saga({ ...undone, steps: [done('decline-appointment'), done('email-patient-not-booked')] })
    expect(of(endedVisit('booking_failed', told)).at(-1)).toBe('told done')
    const untold = saga({ ...undone, steps: [done('decline-appointment'), refused('email-patient-not-booked')] })
    expect(of(endedVisit('booking_failed', untold)).at(-1)).toBe('told failed')
    expect(of(endedVisit('booking_failed', undone)).at(-1)).toBe('told failed')
  })
  test('say that a mail did not go through when the booking was kept, and claim no calendar that was left out', () => {
    const kept = saga({ ...ended, steps: [done('add-calendar-event'), refused('email-patient')] })
    expect(of(visit('requested', kept))).toEqual([
      'requested done',
      'in_calendar done',
      'you_have_mail failed',
      'confirmed later',
    ])
    const skipped = saga({ ...ended, steps: [done('email-patient')] })
    expect(of(visit('requested', skipped))).toEqual(['requested done', 'you_have_mail done', 'confirmed later'])
    const quiet = saga({ ...confirmed, steps: [refused('email-confirmation')] })
    expect(linesOf(visit('confirmed', booked, quiet)).at(-1)).toMatchObject({ name: 'confirmed', isUntold: true })
  })
  test('tell a move, where it came in, with the hours it speaks of', () => {
    const hours = { hour: at('15:00'), from: at('13:20') }
    const [first, ...rest] = linesOf(visit('requested', booked, moving))
    expect(first).toMatchObject({ name: 'requested', hour: at('13:20') })
    expect(rest.at(-2)).toMatchObject({ name: 'moved', state: 'now', ...hours })
    const after = linesOf(visit('confirmed', booked, confirmed, saga({ ...moving, ...ended }))).slice(-2)
    expect(after).toMatchObject([
      { name: 'confirmed', state: 'done' },
      { name: 'moved', state: 'done', ...hours },
    ])
    const undoing = linesOf(visit('confirmed', booked, confirmed, saga({ ...moving, ...turned }))).at(-1)
    expect(undoing).toMatchObject({ name: 'moved', state: 'struck', ...hours })
    const refusedMove = saga({ ...moving, ...turned, steps: [refused('email-patient-moved')] })
    expect(linesOf(visit('requested', booked, refusedMove))).toContainEqual(
      expect.objectContaining({ name: 'moved', state: 'struck', isUntold: false }),
    )
  })
  test('tell how a visit ended, and whether the patient was told', () => {
    const cancelled = saga({ type: 'appointment-cancelled', ...ended, steps: [done('email-patient-cancelled')] })
    expect(of(endedVisit('cancelled_by_patient', booked, cancelled))).toEqual([
      'requested struck',
      'cancelled ended',
      'told done',
    ])
    const declining = saga({ type: 'appointment-declined' })
    expect(of(endedVisit('doctor_declined', booked, declining))).toEqual([
      'requested struck',
      'declined ended',
      'told now',
    ])
    const missed = saga({ type: 'appointment-no-show', ...ended, steps: [refused('email-patient-no-show')] })
    expect(of(endedVisit('no_show', booked, confirmed, missed))).toEqual([
      'requested done',
      'missed ended',
      'told failed',
    ])
  })
})
