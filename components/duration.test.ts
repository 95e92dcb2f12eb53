import { expect, test } from 'vitest'
import { duration } from './duration'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

test.each([
  [0, '0 ms'],
  [42.4, '42 ms'],
  [420, '0.42 s'],
  [1_040, '1 s'],
  [46 * second, '46 s'],
  [59.7 * second, '1 min'],
  [72 * second, '1 min 12 s'],
  [2 * hour + 5 * minute, '2 h 05 min'],
  [26 * hour, '1 d 02 h'],
])('%d ms is told as %s', (ms, told) => expect(duration(ms, 'en')).toBe(told))

test('in French a decimal has a comma, and a day is a jour', () => {
  expect(duration(420, 'fr')).toBe('0,42 s')
  expect(duration(26 * hour, 'fr')).toBe('1 j 02 h')
})
