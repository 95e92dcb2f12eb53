import { describe, expect, test } from 'vitest'
import { blindIndex, open, seal } from './sealed'

describe('sealed columns', () => {
  test('open only where they were sealed, and not when changed', () => {
    const sealed = seal('Amina Haddad', 'patient.name')
    expect(open(sealed, 'patient.name')).toBe('Amina Haddad')
    expect(() => open(sealed, 'patient.email')).toThrow()
    sealed[30] = (sealed[30] ?? 0) ^ 1
    expect(() => open(sealed, 'patient.name')).toThrow()
  })
  test('look different each time; the index of an address does not', () => {
    expect(seal('x', 'patient.name')).not.toEqual(seal('x', 'patient.name'))
    expect(blindIndex(' Amina@Example.org')).toEqual(blindIndex('amina@example.org'))
  })
})
