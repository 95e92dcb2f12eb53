import { expect, test } from 'vitest'
import { masked } from './masked'

test.each([
  ['amina@gmial.com', 'a…@gmial.com'],
  ['a@b.example', 'a…@b.example'],
  ['𝒵oé@example.org', '𝒵…@example.org'],
  ['+33639980001', '06 … 01'],
  ['+447700900123', '+4 … 23'],
])('%s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown))
