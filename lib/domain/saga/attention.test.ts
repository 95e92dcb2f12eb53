import { describe, expect, test } from 'vitest'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { apply, at, bornAs, done, doneUpTo, failing, finished, given, ok, tried } from '@/tests/fixtures/saga'
import { askDesk, supersede } from './decide'

const booked = doneUpTo('add-calendar-event')

describe('a clinic that would rather call', () => {
  const kept = tried(booked, 'email-patient', failing('permanent'), 0, 'attention')

  test('keeps a booking whose mail was refused, is asked to call, and tells the others', () => {
    given(kept).is({ status: 'RUNNING', needsAttention: true, passedOver: ['email-patient'] })
    given(kept).goesOnWith('email-doctor')
    given(kept).when(done, ['email-doctor']).is({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
  })
  test('still has undone what a calendar refused: nobody can come to an hour the doctor does not see', () => {
    const refused = tried(doneUpTo('load-people'), 'add-calendar-event', failing('permanent'), 0, 'attention')
    given(refused).is({ status: 'COMPENSATING', needsAttention: false })
  })
})

describe('a patient whose address is wrong', () => {
  const unreached = tried(booked, 'email-patient', failing('address'))
  const end = done(unreached, ['email-doctor'])

  test('keeps the visit, whatever the clinic wants of refusals, and nobody is asked while they may mend it', () => {
    for (const kind of ['address', 'unreachable'] as const) {
      const kept = tried(booked, 'email-patient', failing(kind), 0, 'compensate')
      given(kept).is({ status: 'RUNNING', needsAttention: false, passedOver: ['email-patient'] })
      given(kept).goesOnWith('email-doctor')
    }
    given(end).is({ status: 'COMPLETED', outcome: 'done', needsAttention: false })
  })
  test('is asked about in the end, once', () => {
    expect(askDesk(end)).toMatchObject([{ type: 'AttentionRaised', data: { step: 'email-patient' } }])
    const asked = apply(end, askDesk(end), 0)
    given(asked).is({ needsAttention: true, outcome: 'done', asksAbout: [{ kind: 'address' }] })
    expect(askDesk(asked)).toEqual([])
    expect(askDesk(apply(asked, [{ type: 'AttentionResolved', data: {} }], 0))).toEqual([])
  })
  test('is tried again by an operator, and that undoes nothing', () => {
    const again = tried(
      apply(end, [{ type: 'SagaRetried', data: { step: 'email-patient' } }], 0),
      'email-patient',
      failing('address'),
    )
    given(again).is({ status: 'COMPLETED', outcome: 'done', needsAttention: false })
    expect(askDesk(again)).toHaveLength(1)
  })
  test('is called at once when the visit has been called off: there is no page to ask on', () => {
    const cancelled = done(bornAs('appointment-cancelled'), ['remove-calendar-event', 'withdraw-reminders'])
    given(tried(cancelled, 'email-patient-cancelled', failing('address'))).is({ needsAttention: true })
  })
})

test('a doctor whose address is wrong undoes no booking: a person is asked at once', () => {
  const untold = tried(done(booked, ['email-patient']), 'email-doctor', failing('address'))
  given(untold).is({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
})

describe('a cancellation', () => {
  const cancelled = bornAs('appointment-cancelled')
  const withdrawn = done(cancelled, ['remove-calendar-event', 'withdraw-reminders'])

  test('that one of the two cannot be told is told to the other, and is done', () => {
    const untold = tried(withdrawn, 'email-patient-cancelled', failing('permanent'))
    given(untold).is({ status: 'RUNNING', needsAttention: true })
    const end = done(untold, ['email-doctor-cancelled'])
    given(end).is({ status: 'COMPLETED', outcome: 'done', needsAttention: true })
  })
  test('that the calendar refuses does everything else, and is not called done', () => {
    const stuck = tried(cancelled, 'remove-calendar-event', failing('permanent'))
    given(stuck).is({ status: 'RUNNING', needsAttention: true })
    const end = done(stuck, ['withdraw-reminders', 'email-patient-cancelled', 'email-doctor-cancelled'])
    given(end).is({ status: 'FAILED', outcome: null, needsAttention: true })
    given(end).moves(at(0), { move: 'end' })
  })
  test('is never undone, however long the calendar is away', () => {
    const first = tried(cancelled, 'remove-calendar-event', failing('transient'))
    const late = tried(first, 'remove-calendar-event', failing('transient'), 24 * hourMs)
    given(late).is({ status: 'RUNNING', needsAttention: true, passedOver: ['remove-calendar-event'] })
    given(late).is({ asksAbout: [{ kind: 'exhausted' }] })
  })
})

describe('a mail of which nobody knows whether it went out', () => {
  const lost = tried(booked, 'email-patient', failing('unknown'))

  test('is sent again under its key while the key lives, and not after', () => {
    given(lost).moves(at(23 * hourMs), { step: 'email-patient', lostSince: at(0), isTooLate: false })
    given(lost).moves(at(23 * hourMs + 1), { step: 'email-patient', isTooLate: true })
  })
  test('undoes nothing when it can no longer be found out: a person is asked, and the booking goes on', () => {
    const late = tried(lost, 'email-patient', failing('indeterminate'), 24 * hourMs)
    given(late).is({ status: 'RUNNING', needsAttention: true, passedOver: ['email-patient'] })
    const down = tried(lost, 'email-patient', failing('transient'), 23 * hourMs)
    given(down).is({ status: 'RUNNING', needsAttention: true })
    given(down).is({ asksAbout: [{ kind: 'indeterminate' }] })
  })
  test('is as doubtful when only its last answer was lost', () => {
    const down = tried(booked, 'email-patient', failing('transient'))
    const late = tried(down, 'email-patient', failing('unknown'), 23 * hourMs)
    given(late).is({ asksAbout: [{ kind: 'indeterminate' }] })
    expect(late.attempts.at(-1)).toMatchObject({ outcome: 'refused', failure: { kind: 'unknown' } })
  })
  test('a calendar can be put right whatever was lost, and is', () => {
    const unsure = tried(doneUpTo('load-people'), 'add-calendar-event', failing('unknown'))
    const late = tried(unsure, 'add-calendar-event', failing('transient'), 24 * hourMs)
    given(late).is({ status: 'COMPENSATING', failedBecause: { failure: { kind: 'exhausted' } } })
  })
})

test('a person is asked about what was given up, and not about why it was undone', () => {
  const down = tried(
    tried(booked, 'email-patient', failing('transient')),
    'email-patient',
    failing('transient'),
    23 * hourMs,
  )
  const freed = done(down, ['undo:add-calendar-event', 'decline-appointment'], 24 * hourMs)
  const end = tried(freed, 'email-patient-not-booked', failing('permanent'), 24 * hourMs)
  given(end).is({ outcome: 'undone', failedBecause: { failure: { kind: 'exhausted' } } })
  given(end).is({ asksAbout: [{ kind: 'permanent' }] })
})

test('nobody is asked for any more when a cancellation has overtaken it', () => {
  const asking = tried(booked, 'email-patient', failing('permanent'), 0, 'attention')
  const over = apply(asking, supersede(), minuteMs)
  given(over).is({ status: 'COMPLETED', outcome: 'superseded', needsAttention: false })
})

test('an answer without a question is a fault', () => {
  expect(() => finished(booked, 'email-patient', ok)).toThrow('no open attempt of email-patient')
})
