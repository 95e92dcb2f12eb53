import { expect, test } from 'vitest'
import { isOver, partOf } from './day-parts'

test('a day is morning up to noon, evening from six, on the clinic’s clock', () => {
  const part = (clock: string) => partOf(`2026-12-01T${clock}:00Z`, 'Europe/Paris')
  expect(['07:30', '10:59', '11:00', '16:59', '17:00', '22:50'].map(part)).toEqual([
    'morning',
    'morning',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
  ])
  expect(partOf('2026-12-01T23:10:00Z', 'Europe/Paris')).toBe('morning')
})

test('a part is over once another has begun', () => {
  expect(isOver('morning', '2026-12-01T10:59:00Z', 'Europe/Paris')).toBe(false)
  expect(isOver('morning', '2026-12-01T11:00:00Z', 'Europe/Paris')).toBe(true)
  expect(isOver('afternoon', '2026-12-01T11:00:00Z', 'Europe/Paris')).toBe(false)
})
