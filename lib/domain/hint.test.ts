import { expect, test } from 'vitest'
import { concerns, type Hint, isOfVisits } from './hint'

const week = { from: '2026-11-29T23:00:00Z', to: '2026-12-06T23:00:00Z' }
const hint = (more: Partial<Hint> = {}): Hint => ({
  of: 'visit',
  doctor: 'vasseur',
  visit: 'one',
  run: null,
  isRequest: false,
  from: '2026-12-01T09:00:00Z',
  to: '2026-12-01T09:30:00Z',
  ...more,
})
const later = { from: '2026-12-08T09:00:00+00:00', to: '2026-12-08T09:30:00+00:00' }

test('a page of one visit hears of that visit alone', () => {
  expect(concerns(hint(), { visit: 'one' })).toBe(true)
  expect(concerns(hint({ visit: 'other' }), { visit: 'one' })).toBe(false)
  expect(concerns(hint({ of: 'hours', visit: null }), { visit: 'one' })).toBe(false)
})
test('a page of one doctor hears of that doctor, and of what may be anybody’s', () => {
  expect(concerns(hint(), { doctor: 'vasseur' })).toBe(true)
  expect(concerns(hint(), { doctor: 'okafor' })).toBe(false)
  expect(concerns(hint({ doctor: null }), { doctor: 'okafor' })).toBe(true)
})
test('a page of a time hears of what lies in it, however its instants are written, and of what may lie anywhere', () => {
  expect(concerns(hint(), { doctor: 'vasseur', range: week })).toBe(true)
  expect(concerns(hint(later), { doctor: 'vasseur', range: week })).toBe(false)
  expect(concerns(hint({ from: week.to, to: '2026-12-06T23:30:00Z' }), { range: week })).toBe(false)
  expect(concerns(hint({ of: 'hours', from: null, to: null }), { doctor: 'vasseur', range: week })).toBe(true)
})
test('beside the time it shows, a page hears of requests that come, and of those it shows', () => {
  const shown = { doctor: 'vasseur', range: week, requests: ['one'] }
  expect(concerns(hint(later), shown)).toBe(true)
  expect(concerns(hint({ ...later, visit: 'other' }), shown)).toBe(false)
  expect(concerns(hint({ ...later, visit: 'other', isRequest: true }), shown)).toBe(true)
})
test('an hour that a browser holds is of no visit', () => {
  expect(isOfVisits(hint({ of: 'slot', visit: null }))).toBe(false)
  expect(isOfVisits(hint({ of: 'slot' }))).toBe(true)
  expect(isOfVisits(hint({ of: 'hours', visit: null }))).toBe(true)
})
