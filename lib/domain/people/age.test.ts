import { expect, test } from 'vitest'
import { ageOn } from './age'

test('a person is a year older on their birthday, and not the day before', () => {
  expect(ageOn('2019-11-24', '2026-11-23')).toBe(6)
  expect(ageOn('2019-11-24', '2026-11-24')).toBe(7)
  expect(ageOn('2024-02-29', '2025-02-28')).toBe(0)
})
