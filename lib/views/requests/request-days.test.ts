import { expect, test } from 'vitest'
import { isConfirmedWithOthers, requestDays } from './request-days'

test('requests stand under their day on the clinic’s wall clock, in the order of their hours', () => {
  const [late, night, day] = ['2026-11-24T20:00:00Z', '2026-11-24T23:30:00Z', '2026-11-25T09:00:00Z'].map(
    (startsAt) => ({ startsAt }),
  )
  const asked = [late, night, day].filter((request) => request !== undefined)
  expect(requestDays(asked, 'Europe/Paris')).toEqual([
    { day: '2026-11-24', requests: [late] },
    { day: '2026-11-25', requests: [night, day] },
  ])
  expect(requestDays(asked, 'America/New_York').map(({ requests }) => requests.length)).toEqual([2, 1])
  expect(requestDays([], 'Europe/Paris')).toEqual([])
})

test('with others only what is sound is confirmed, and what still can be', () => {
  const sound = { saga: 'settled', may: ['confirm', 'move', 'decline'] } as const
  expect(isConfirmedWithOthers(sound)).toBe(true)
  expect(isConfirmedWithOthers({ ...sound, saga: 'running' })).toBe(true)
  expect(isConfirmedWithOthers({ ...sound, saga: 'attention' })).toBe(false)
  expect(isConfirmedWithOthers({ ...sound, may: ['decline'] })).toBe(false)
})
