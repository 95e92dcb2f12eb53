import { expect, test } from 'vitest'
import { retryTime, wakeTime } from './durations'
import { nextFiring, refusal } from './register'
import { isAuthorised, sign } from './signature'

const now = new Date('2026-11-24T09:00:00Z')
const seconds = (date: Date) => (date.getTime() - now.getTime()) / 1000

test('a sleep ends when the SDK’s name for it says', () => {
  expect(seconds(wakeTime('2s', now))).toBe(2)
  expect(seconds(wakeTime('2h45m', now))).toBe(9_900)
  expect(seconds(wakeTime('1w', now))).toBe(604_800)
  expect(wakeTime('2026-12-01T00:00:00.000Z', now).toISOString()).toBe('2026-12-01T00:00:00.000Z')
  expect(() => wakeTime('soon', now)).toThrow('not a duration')
})

test('a failed call is tried again by the table, or as its answer asks', () => {
  expect([0, 1, 2, 3, 9, 30].map((attempt) => seconds(retryTime(attempt, null, now, 0)))).toEqual([
    15, 30, 60, 120, 7200, 7200,
  ])
  expect(seconds(retryTime(0, null, now, 1))).toBe(45)
  expect(seconds(retryTime(5, '3', now))).toBe(3)
  expect(seconds(retryTime(0, '2026-11-24T09:00:20Z', now))).toBe(20)
  expect(seconds(retryTime(0, '2020-01-01T00:00:00Z', now))).toBe(0)
})

test('a cron fires by the clock of its zone', () => {
  expect(nextFiring('TZ=Europe/Paris 0 2 * * *', now)?.toISOString()).toBe('2026-11-25T01:00:00.000Z')
  expect(nextFiring('* * * * *', now)?.toISOString()).toBe('2026-11-24T09:01:00.000Z')
})

test('a feature the engine lacks is refused by its name', () => {
  const config = { id: 'app-fn', triggers: [{ event: 'a' }], steps: { step: { runtime: { url: 'http://x' } } } }
  expect(refusal(config)).toBeUndefined()
  expect(refusal({ ...config, singleton: { mode: 'skip' } })).toBe(
    'The embedded engine does not support "singleton", which app-fn asks for.',
  )
  expect(refusal({ ...config, triggers: [{ event: 'a', expression: 'event.data.ok' }] })).toContain('"if" on a trigger')
})

test('a signature covers the body and the second, and a key is compared as the SDK hashes it', () => {
  const key = 'signkey-test-00ff'
  expect(sign('{}', key, now)).toMatch(/^t=1795510800&s=[0-9a-f]{64}$/)
  expect(sign('{} ', key, now)).not.toBe(sign('{}', key, now))
  expect(
    isAuthorised('Bearer signkey-test-06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8', key),
  ).toBe(true)
  expect(isAuthorised('Bearer signkey-test-00ff', key)).toBe(false)
  expect(isAuthorised(undefined, key)).toBe(false)
})
