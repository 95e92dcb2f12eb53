import { expect, test, vi } from 'vitest'
import { sayDifferences } from './say-differences'

const differences = new Map([
  ['day-390-dark-fr', '12 pixels'],
  ['health-1280-light-fr', '3 pixels'],
])

function said(accepted: Record<string, string>) {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  const isAccepted = sayDifferences({ differences, accepted, compared: 9 })
  const text = lines.mock.calls.flat().join('\n')
  lines.mockRestore()
  return { isAccepted, text }
}

test('a page that differs is named, and one that nobody accepted makes the comparison fail', () => {
  const { isAccepted, text } = said({ 'day-*': 'the margin is wider' })
  expect(isAccepted).toBe(false)
  expect(text).toContain('· day-390-dark-fr: 12 pixels, accepted: the margin is wider')
  expect(text).toContain('✗ health-1280-light-fr: 3 pixels')
})

test('all may be accepted, and a reason that is no longer needed is told', () => {
  const { isAccepted, text } = said({ 'day-*': 'a', 'health-1280-light-fr': 'b', inbox: 'c' })
  expect(isAccepted).toBe(true)
  expect(text).toContain('inbox: accepted, and does not differ')
})
