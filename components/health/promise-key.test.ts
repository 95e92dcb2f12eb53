import { expect, test } from 'vitest'
import { invariantNames } from '@/lib/queries/health/invariants'
import en from '@/messages/en.json'
import { promiseKey } from './promise-key'

test('every sentence that must hold is told on the health page, and no other', () => {
  expect(Object.keys(en.promise).toSorted()).toEqual(invariantNames.map(promiseKey).toSorted())
})
