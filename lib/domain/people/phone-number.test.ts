import { expect, test } from 'vitest'
import { toE164 } from './phone-number'

test('a French number is understood as people write it, and any other with its country', () => {
  const written = ['06 39 98 00 01', '06.39.98.00.01', '+33 6 39 98 00 01', '+33 (0)6-39-98-00-01']
  expect(written.map(toE164)).toEqual(Array(4).fill('+33639980001'))
  expect(toE164('+44 20 7946 0018')).toBe('+442079460018')
})

test('what nobody can be called by is none', () => {
  for (const written of ['', '39 98', '12345678', '(((((((((', '0033 6 39 98 00 01', 'Amina', '+0123456789']) {
    expect(toE164(written), written).toBeUndefined()
  }
})
