import { cron } from 'inngest'
import { expect, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { asked, eventKey, signedCall, soon, worldForEachTest } from '@/tests/fixtures/engine'
import { purge } from './clock'
import { dayMs } from './time'

const world = worldForEachTest()

test('the app registers when it is asked to, and by itself when its doorbell rings', async () => {
  const { appPort, pool, ask } = await world((inngest) => [
    inngest.createFunction({ id: 'one', triggers: [asked], retries: 3 }, () => 1),
  ])
  await pool.query('update engine.function set gone_at = $1', [new Date()])
  const rung = await fetch(`http://127.0.0.1:${appPort}/api/inngest`, { method: 'PUT' })
  expect([rung.status, await rung.json()]).toEqual([200, { message: 'Successfully registered', modified: true }])
  expect(await (await ask('GET', '/dev')).json()).toMatchObject({ functions: [{ id: 'test-one', app: 'test' }] })
})

test('what the engine does not do is refused by name when it is registered', async () => {
  const { appPort, faults, pool } = await worldThatIsRefused()
  const answer = await fetch(`http://127.0.0.1:${appPort}/api/inngest`, { method: 'PUT' })
  expect(JSON.stringify(await answer.json())).toContain('does not support \\"priority\\"')
  expect((await pool.query('select from engine.function')).rowCount).toBe(0)
  // The engine has asked, too, when it began; its own answer may come a moment later.
  await vi.waitFor(
    () =>
      expect(faults.map((fault) => (fault as Error).message)).toEqual([
        'The embedded engine does not support "priority", which test-vip asks for.',
      ]),
    soon,
  )
  faults.splice(0)
})

test('a call that is not signed with the shared key does nothing', async () => {
  let runs = 0
  const { appPort, enginePort } = await world((inngest) => [
    inngest.createFunction({ id: 'secret', triggers: [asked] }, ({ step }) => step.run('count', () => ++runs)),
  ])
  const url = `http://127.0.0.1:${appPort}/api/inngest?fnId=test-secret&stepId=step`
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401)
  expect((await fetch(url, { method: 'POST', body: '{}', headers: signedCall('[]') })).status).toBe(401)
  const stranger = (path: string, method: string) =>
    fetch(`http://127.0.0.1:${enginePort}${path}`, { method, ...(method === 'POST' && { body: '{}' }) })
  const id = '00000000-0000-0000-0000-000000000000'
  const answers = await Promise.all([
    stranger('/fn/register', 'POST'),
    stranger(`/v1/checkpoint/${id}/async`, 'POST'),
    stranger('/v1/events/a/runs', 'GET'),
    stranger(`/v1/runs/${id}`, 'GET'),
    stranger(`/v1/runs/${id}`, 'DELETE'),
    stranger(`/v0/runs/${id}/actions`, 'GET'),
    stranger(`/v0/runs/${id}/batch`, 'GET'),
    stranger(`/e/${eventKey}x`, 'POST'),
  ])
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(401))
  expect((await stranger('/health', 'GET')).status).toBe(200)
  expect((await stranger('/v1/realtime/token', 'POST')).status).toBe(501)
  expect(runs).toBe(0)
})

test('a cron fires by the clock, and firings that were missed are made up once', async () => {
  let fired = 0
  const { pool, startEngine, stopEngine } = await world((inngest) => [
    inngest.createFunction({ id: 'clock', triggers: [cron('TZ=Europe/Paris 0 0 * * *')] }, ({ step }) =>
      step.run('tick', () => ++fired),
    ),
  ])
  const next = async () => (await pool.query('select next_at from engine.cron')).rows[0].next_at as Date
  expect((await next()).toISOString()).toMatch(/T2[23]:00:00.000Z$/)
  await stopEngine()
  await pool.query('update engine.cron set next_at = $1', [new Date(Date.now() - 3 * dayMs)])
  await startEngine()
  await vi.waitFor(() => expect(fired).toBe(1), { timeout: minuteMs })
  expect((await next()).getTime()).toBeGreaterThan(Date.now())
})

test('ended runs are kept for their days; after a day an event may come again', async () => {
  const { client, pool, run, runsOf } = await world((inngest) => [
    inngest.createFunction({ id: 'kept', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  const same = asked.create({ id: 'a' }, { id: 'event' })
  await client.send(same)
  await run('event')
  const inDays = (days: number) => new Date(Date.now() + days * dayMs)
  const settings = { pool, settings: { retentionDays: 3 } } as unknown as Parameters<typeof purge>[0]
  await purge(settings, inDays(0.9))
  await client.send(same)
  expect(await runsOf('event')).toHaveLength(1)
  await purge(settings, inDays(1.1))
  await client.send(same)
  await vi.waitFor(async () => expect(await runsOf('event')).toHaveLength(2), soon)
  await vi.waitFor(
    async () => expect((await runsOf('event')).map(({ status }) => status)).toEqual(['Completed', 'Completed']),
    soon,
  )
  await purge(settings, inDays(3.1))
  expect(await runsOf('event')).toEqual([])
  expect((await pool.query('select from engine.step')).rowCount).toBe(0)
})

function worldThatIsRefused() {
  return world(
    (inngest) => [inngest.createFunction({ id: 'vip', triggers: [asked], priority: { run: '100' } }, () => 1)],
    {},
    false,
  )
}
