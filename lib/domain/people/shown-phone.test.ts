import { expect, test } from 'vitest'
import { shownPhone } from './shown-phone'

test.each([
  ['+33639980001', '06 39 98 00 01'],
  ['+262692123456', '06 92 12 34 56'],
  ['+447700900123', '+447700900123'],
  ['01 99 00 01 42', '01 99 00 01 42'],
])('%s is read out as %s', (number, shown) => expect(shownPhone(number)).toBe(shown))
