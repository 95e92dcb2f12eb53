import { expect, test } from 'vitest'
import { retry, skip } from '@/lib/domain/saga/operate'
import { secondMs } from '@/lib/domain/time'
import { apply, at, booking, doneUpTo, failing, ok, operated, tried } from '@/tests/fixtures/saga'
import { decidedOn } from './decided-on'

const last = (saga: Parameters<typeof decidedOn>[0]) =>
  decidedOn(saga, saga.attempts.at(-1) as Parameters<typeof decidedOn>[1])
const inCalendar = doneUpTo('add-calendar-event')

test('what succeeded goes on, an outage is waited out, a lost answer is looked up', () => {
  expect(last(inCalendar)).toBe('go_on')
  expect(last(tried(inCalendar, 'email-patient', failing('transient')))).toBe('wait')
  expect(last(tried(inCalendar, 'email-patient', failing('unknown')))).toBe('again')
})

test('a refusal undoes the booking, or is passed over where the clinic would rather call', () => {
  expect(last(tried(inCalendar, 'email-patient', failing('permanent')))).toBe('undo')
  expect(last(tried(inCalendar, 'email-patient', failing('permanent'), 0, 'attention'))).toBe('pass_over')
})

test('an attempt without an outcome has decided nothing yet', () => {
  const begun = apply(
    booking,
    [
      {
        type: 'StepStarted',
        data: { step: 'load-people', attempt: 1, key: 'k', deadlineAt: at(secondMs), lateUntil: null },
      },
    ],
    0,
  )
  expect(last(begun)).toBe('open')
})

test('what a person then skipped or tried again says so', () => {
  const kept = tried(inCalendar, 'email-patient', failing('permanent'), 0, 'attention')
  const ended = tried(kept, 'email-doctor', ok)
  const refused = kept.attempts.at(-1) as Parameters<typeof decidedOn>[1]
  expect(decidedOn(operated(ended, skip(ended, at(secondMs))), refused)).toBe('skipped')
  const again = tried(operated(ended, retry(ended, at(secondMs))), 'email-patient', ok)
  expect(decidedOn(again, refused)).toBe('retried')
})
