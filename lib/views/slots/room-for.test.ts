import { expect, test } from 'vitest'
import { roomFor } from './room-for'

test('nobody is ever told that there is one more: it is shown', () => {
  expect([0, 5, 6, 7, 8, 20].map((count) => roomFor(count, 6))).toEqual([0, 5, 6, 7, 6, 6])
})
