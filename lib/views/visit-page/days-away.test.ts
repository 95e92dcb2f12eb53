import { expect, test } from 'vitest'
import { daysAway } from './days-away'

const paris = 'Europe/Paris'

test('days are counted as the clinic’s calendar does, whatever the hour', () => {
  expect(daysAway('2026-12-01T13:20:00Z', '2026-12-01T07:00:00Z', paris)).toBe(0)
  // Half past midnight in Paris, the evening before in Greenwich.
  expect(daysAway('2026-12-01T23:30:00Z', '2026-12-01T22:30:00Z', paris)).toBe(1)
  expect(daysAway('2026-12-08T08:00:00Z', '2026-12-01T22:30:00Z', paris)).toBe(7)
  expect(daysAway('2026-11-30T13:20:00Z', '2026-12-01T07:00:00Z', paris)).toBe(-1)
})

test('a day on which the clock is changed is one day', () => {
  expect(daysAway('2027-03-28T07:00:00Z', '2027-03-27T22:59:00Z', paris)).toBe(1)
  expect(daysAway('2026-10-26T07:00:00Z', '2026-10-24T07:00:00Z', paris)).toBe(2)
})
