import { expect, test } from 'vitest'
import { isSlotFree, standingOf } from './standing'

const none = { hasArrived: false, isCalledIn: false, cancelledLate: false }
const live = { ...none, status: 'confirmed', endedBecause: null, isAsking: false, isUndoing: false } as const

test('a visit stands as it was answered, until its patient comes', () => {
  expect(standingOf(live)).toBe('confirmed')
  expect(standingOf({ ...live, status: 'requested' })).toBe('requested')
  expect(standingOf({ ...live, hasArrived: true })).toBe('arrived')
  expect(standingOf({ ...live, hasArrived: true, isCalledIn: true })).toBe('called_in')
})
test('what needs a person goes before who has come, and what is being undone before both', () => {
  expect(standingOf({ ...live, hasArrived: true, isAsking: true })).toBe('attention')
  expect(standingOf({ ...live, isAsking: true, isUndoing: true })).toBe('undoing')
})
test('what is over stays as it was, whatever its sagas still ask', () => {
  const ended = { ...live, status: 'ended', hasArrived: true, isAsking: true } as const
  expect(standingOf({ ...ended, endedBecause: 'completed' })).toBe('completed')
  expect(standingOf({ ...ended, endedBecause: 'no_show' })).toBe('missed')
  expect(standingOf({ ...ended, endedBecause: 'booking_failed' })).toBe('undone')
})
test('one that its patient called off late stays in sight, and its slot is free', () => {
  const late = { ...live, status: 'ended', endedBecause: 'cancelled_by_patient', cancelledLate: true } as const
  expect(standingOf({ ...late, hasArrived: true, isAsking: true })).toBe('cancelled_late')
  expect(isSlotFree('cancelled_late')).toBe(true)
  expect(isSlotFree('missed')).toBe(false)
})
test('a visit whose ending was taken back is expected again', () => {
  const open = { ...live, status: 'ended', endedBecause: 'reopened' } as const
  expect(standingOf(open)).toBe('confirmed')
  expect(standingOf({ ...open, hasArrived: true })).toBe('arrived')
})
