import { expect, test } from 'vitest'
import { hourMs, minuteMs, secondMs } from '@/lib/domain/time'
import { duration } from './duration'

test.each([
  [0, '0 ms'],
  [42.4, '42 ms'],
  [420, '0.42 s'],
  [1_040, '1 s'],
  [46 * secondMs, '46 s'],
  [59.7 * secondMs, '1 min'],
  [72 * secondMs, '1 min 12 s'],
  [2 * hourMs + 5 * minuteMs, '2 h 05 min'],
  [26 * hourMs, '1 d 02 h'],
])('%d ms is told as %s', (ms, words) => expect(duration(ms, 'en')).toBe(words))

test('in French a decimal has a comma, and a day is a jour', () => {
  expect(duration(420, 'fr')).toBe('0,42 s')
  expect(duration(26 * hourMs, 'fr')).toBe('1 j 02 h')
})
