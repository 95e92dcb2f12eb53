import { expect, test } from 'vitest'
import { presenceAt } from './presence'

const visit = {
  standing: 'confirmed',
  startsAt: '2026-11-24T09:00:00Z',
  endsAt: '2026-11-24T09:20:00Z',
  arrivedAt: null,
} as const
const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00Z`)

test('who has not come five minutes after the visit should have begun is late, until long after', () => {
  expect(presenceAt(visit, at('09:04'))).toBeNull()
  expect(presenceAt(visit, at('09:12'))).toEqual({ kind: 'late', minutes: 12, isLong: true })
  expect(presenceAt(visit, at('10:20'))).toBeNull()
})

test('who has arrived waits from then on, and from a quarter of an hour on it is seen', () => {
  const arrived = { ...visit, standing: 'arrived', arrivedAt: '2026-11-24T08:50:00Z' } as const
  expect(presenceAt(arrived, at('08:49'))).toEqual({ kind: 'waits', minutes: 0, isLong: false })
  expect(presenceAt(arrived, at('08:53'))).toEqual({ kind: 'waits', minutes: 3, isLong: false })
  expect(presenceAt(arrived, at('09:05'))).toEqual({ kind: 'waits', minutes: 15, isLong: true })
  expect(presenceAt(arrived, at('22:00'))).toBeNull()
})

test('nobody waits or is late for what is over, asked for or cancelled', () => {
  for (const standing of ['completed', 'missed', 'requested', 'undone', 'cancelled_late'] as const)
    expect(presenceAt({ ...visit, standing, arrivedAt: visit.startsAt }, at('09:12'))).toBeNull()
})
