import { expect, test } from 'vitest'
import { expose } from '@/lib/measures/exposition'
import { readProcess } from '@/lib/measures/read-process'
import { timed } from './call-metrics'
import { ExternalServiceError } from './external-service-error'

const name = 'carnet_adapter_call_duration_seconds'

/** How many calls ended so, and how long they took together (seconds). */
async function measured(service: string, operation: string, outcome: string) {
  const calls = (await readProcess()).find((family) => family.name === name)
  const valueAt = (suffix: string) =>
    calls?.samples.find(
      ({ labels, ...one }) =>
        one.suffix === suffix &&
        labels.service === service &&
        labels.operation === operation &&
        labels.outcome === outcome,
    )?.value
  return { count: valueAt('_count'), sum: valueAt('_sum') ?? 0 }
}

test('a call is measured by how it ended, and its answer or its error comes through', async () => {
  expect(await timed('mail', 'send', async () => 'id')).toBe('id')
  const refused = new ExternalServiceError('mail', 'permanent', 422)
  await expect(timed('mail', 'send', () => Promise.reject(refused))).rejects.toBe(refused)
  const fault = new TypeError('no such row')
  await expect(timed('calendar', 'addEvent', () => Promise.reject(fault))).rejects.toBe(fault)
  expect(await measured('mail', 'send', 'answered')).toMatchObject({ count: 1 })
  expect(await measured('mail', 'send', 'permanent')).toMatchObject({ count: 1 })
  expect(await measured('calendar', 'addEvent', 'fault')).toMatchObject({ count: 1 })
  expect(await measured('sms', 'send', 'answered')).toEqual({ count: 0, sum: 0 })
})

test('a call takes as long as it does', async () => {
  const before = await measured('sms', 'send', 'transient')
  const late = new ExternalServiceError('sms', 'transient', 503)
  const work = () => new Promise<never>((_, reject) => setTimeout(() => reject(late), 30))
  await expect(timed('sms', 'send', work)).rejects.toBe(late)
  expect((await measured('sms', 'send', 'transient')).sum - before.sum).toBeGreaterThanOrEqual(0.025)
})

test('what the process measures is told under one name in both formats', async () => {
  const families = await readProcess()
  for (const format of ['openmetrics', 'prometheus'] as const) {
    const text = expose(families, format)
    expect(text).toContain(`${name}_bucket{le="1.0",service="mail",operation="send",outcome="answered"} `)
    expect(text).toContain('process_cpu_seconds_total ')
  }
})
