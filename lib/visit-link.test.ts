import { describe, expect, test } from 'vitest'
import { newId } from './ids'
import { signVisit, visitOf } from './visit-link'

describe('a patient’s link', () => {
  test('leads to its visit, and a changed one to none', async () => {
    const id = newId()
    const token = await signVisit(id)
    expect(await visitOf(token)).toBe(id)
    expect(await visitOf(`${token.slice(0, -2)}AA`)).toBeUndefined()
    expect(await visitOf('nonsense')).toBeUndefined()
  })
})
