import { expect, test } from 'vitest'
import { percent, share } from './share'

test('what asks for a person counts as not booked, and without any request there is no share', () => {
  expect(share({ done: 8, undone: 1, attention: 1 })).toEqual({ part: 0.8, of: 10 })
  expect(share({ done: 0, undone: 0, attention: 0 })).toEqual({ part: null, of: 0 })
})

test('a share that is not all is never told as all', () => {
  expect(percent(1, 'en')).toBe('100 %')
  expect(percent(0.99999, 'en')).toBe('99.9 %')
  expect(percent(0.9937, 'fr')).toBe('99,4 %')
})
