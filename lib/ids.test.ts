import { describe, expect, test } from 'vitest'
import { idFrom, isId, newId } from './ids'

describe('ids', () => {
  test('one that follows from another is always the same, and a valid version 5', () => {
    const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
    expect(idFrom(namespace, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
    expect(isId(idFrom(newId(), 'anything'))).toBe(true)
    expect(isId("' or 1=1 --")).toBe(false)
  })
})
