import { expect, test } from 'vitest'
import { soonOf } from './soon'

test('what comes next is said by its hour, its weekday or its date, on the clinic’s calendar', () => {
  const now = '2026-11-30T22:30:00Z'
  expect(soonOf('2026-11-30T22:50:00Z', now, 'Europe/Paris')).toBe('today')
  expect(soonOf('2026-11-30T23:10:00Z', now, 'Europe/Paris')).toBe('tomorrow')
  expect(soonOf('2026-12-02T08:00:00Z', now, 'Europe/Paris')).toBe('this_week')
  expect(soonOf('2026-12-06T08:00:00Z', now, 'Europe/Paris')).toBe('this_week')
  expect(soonOf('2026-12-07T08:00:00Z', now, 'Europe/Paris')).toBe('later')
})
