import { expect, test } from 'vitest'
import { retryTime, wakeTime } from './durations'
import { nextFiring } from './functions/cron'
import { refusal } from './functions/function-config'
import { bearerOf, isSigned, sign } from './http/signature'
import { limits, overflow } from './limits'
import type { Run } from './runs/run'
import { secondMs } from './time'

const now = new Date('2026-11-24T09:00:00Z')
const seconds = (date: Date) => (date.getTime() - now.getTime()) / secondMs

test('a sleep ends when the SDK’s name for it says', () => {
  expect(seconds(wakeTime('2s', now))).toBe(2)
  expect(seconds(wakeTime('2h45m', now))).toBe(9_900)
  expect(seconds(wakeTime('1w', now))).toBe(604_800)
  expect(wakeTime('2026-12-01T00:00:00.000Z', now).toISOString()).toBe('2026-12-01T00:00:00.000Z')
  expect(() => wakeTime('soon', now)).toThrow('not a duration')
})

test('a failed call is tried again by the table, at a fixed interval, or as its answer asks', () => {
  const after = (attempt: number, retryAfter: string | null = null, intervalMs?: number, chance = 0) =>
    seconds(retryTime({ attempt, retryAfter, intervalMs }, now, chance))
  expect([0, 1, 2, 3, 9, 30].map((attempt) => after(attempt))).toEqual([15, 30, 60, 120, 7200, 7200])
  expect(after(0, null, undefined, 1)).toBe(45)
  expect(after(5, null, 2_000)).toBe(2)
  expect(after(5, '3')).toBe(3)
  expect(after(0, '2026-11-24T09:00:20Z')).toBe(20)
  expect(after(0, '2020-01-01T00:00:00Z')).toBe(0)
  expect(after(0, '9999999')).toBe(86_400)
  expect(after(0, 'soon')).toBe(15)
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
  expect(refusal({ ...config, triggers: [{ event: 'a', expression: 'event.data.ok == (' }] })).toContain('not CEL')
  expect(refusal({ ...config, triggers: [{ cron: 'whenever' }] })).toBe('app-fn has a cron that is none: whenever')
  expect(refusal({ ...config, triggers: [{ cron: '0 0 30 2 *' }] })).toBe('app-fn has a cron that is none: 0 0 30 2 *')
  expect(refusal({ ...config, cancel: [{ event: 'b', timeout: 'soon' }] })).toBe(
    'app-fn has a timeout that is none: soon',
  )
  expect(refusal({ ...config, cancel: Array.from({ length: 6 }, () => ({ event: 'b' })) })).toContain('5 are the most')
})

test('the steps of a run are bounded one by one, in number and in all', () => {
  const { body, runState, stepsOfRun } = limits
  const step = { id: 'a', memo: { data: 1 }, bytes: body }
  const after = (count: number, bytes: number) =>
    overflow({ steps: Array(count).fill(step) } as unknown as Run, [bytes])?.name
  expect(after(0, body)).toBeUndefined()
  expect(after(0, body + 1)).toBe('output_too_large')
  expect(after(runState / body - 1, body)).toBeUndefined()
  expect(after(runState / body, 1)).toBe('InngestErrStateOverflowed')
  expect(after(stepsOfRun, 1)).toBe('InngestErrFunctionOverflowed')
})

test('a signature covers the body and the second, and a key is compared as the SDK hashes it', () => {
  const key = 'signkey-test-00ff'
  expect(sign('{}', key, now)).toMatch(/^t=1795510800&s=[0-9a-f]{64}$/)
  expect(sign('{} ', key, now)).not.toBe(sign('{}', key, now))
  expect(bearerOf(key)).toBe('Bearer signkey-test-06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8')
  expect(isSigned('{}', sign('{}', key, now), key, now)).toBe(true)
  expect(isSigned('{} ', sign('{}', key, now), key, now)).toBe(false)
  expect(isSigned('{}', sign('{}', key, now), key, new Date(now.getTime() + 301_000))).toBe(false)
  expect(isSigned('{}', undefined, key, now)).toBe(false)
})
