import { createServer, type Server } from 'node:http'
import { cron, eventType, Inngest, NonRetriableError, RetryAfterError, staticSchema } from 'inngest'
import { serve } from 'inngest/node'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { freePort } from '@/scripts/free-port'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { type Engine, startEngine } from './engine'

const signingKey = `signkey-test-${'ab'.repeat(32)}`
const eventKey = 'test-event-key'
const asked = eventType('test/asked', { schema: staticSchema<{ id: string }>() })

let database: TestDatabase
let pool: pg.Pool
let app: Server | undefined
let engine: Engine | undefined
const faults: unknown[] = []
const lost: true[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  pool = new pg.Pool({ connectionString: database.url })
})
afterEach(async () => {
  await engine?.stop()
  app?.close()
  app?.closeAllConnections()
  await pool.query('drop schema if exists engine cascade')
  expect(faults.splice(0)).toEqual([])
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

type Define = (client: Inngest) => ReturnType<Inngest['createFunction']>[]
type World = { client: Inngest; appPort: number; enginePort: number; start: () => Promise<void> }

/** An app that serves these functions with the unmodified SDK, and an engine that carries them. */
async function world(define: Define, key = signingKey): Promise<World> {
  const [appPort, enginePort] = [await freePort(), await freePort()]
  const quiet = { info() {}, warn() {}, error() {}, debug() {} }
  const baseUrl = `http://127.0.0.1:${enginePort}`
  const client = new Inngest({ id: 'test', baseUrl, signingKey, eventKey, isDev: false, logger: quiet })
  app = createServer(serve({ client, functions: define(client), serveOrigin: `http://127.0.0.1:${appPort}` }))
  await new Promise<void>((resolve) => app?.listen(appPort, '127.0.0.1', resolve))
  const appUrl = `http://127.0.0.1:${appPort}/api/inngest`
  const settings = { databaseUrl: database.url, port: enginePort, signingKey: key, eventKey, appUrl }
  const start = async () => {
    engine = await startEngine({ ...settings, onFault: (fault) => faults.push(fault), onLost: () => lost.push(true) })
  }
  await start()
  return { client, appPort, enginePort, start }
}

const registered = () =>
  vi.waitFor(async () => expect((await pool.query('select from engine.function')).rowCount).toBeGreaterThan(0))
const statusOf = async (id: string) =>
  (await pool.query('select status, output from engine.run where event_id = $1', [id])).rows[0]
const ended = (id: string, status: string) =>
  vi.waitFor(async () => expect(await statusOf(id)).toMatchObject({ status }), { timeout: 20_000, interval: 50 })

test('each step runs once, in order, and its answer reaches the next', async () => {
  const done: string[] = []
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'steps', triggers: [asked] }, async ({ step, event }) => {
      const first = await step.run('first', () => `${done.push('first')} ${event.data.id}`)
      return step.run('second', () => `${done.push('second')} after ${first}`)
    }),
  ])
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event-1' }))
  await ended('event-1', 'completed')
  expect(done).toEqual(['first', 'second'])
  expect((await statusOf('event-1'))?.output).toBe('2 after 1 a')
})

test('an event id that was seen before starts nothing', async () => {
  let runs = 0
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'once', triggers: [asked] }, ({ step }) => step.run('count', () => ++runs)),
  ])
  await registered()
  for (let i = 0; i < 3; i++) await client.send(asked.create({ id: 'a' }, { id: 'same' }))
  await ended('same', 'completed')
  expect((await pool.query('select from engine.run')).rowCount).toBe(1)
  expect(runs).toBe(1)
})

test('a step is tried again when it asks to be, and its function fails when it says so', async () => {
  let tries = 0
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'retry', triggers: [asked], retries: 3 }, async ({ step }) => {
      await step.run('shaky', () => {
        if (++tries < 3) throw new RetryAfterError('not yet', new Date(Date.now() + 1_000))
        return tries
      })
      await step.run('final', () => {
        throw new NonRetriableError('never')
      })
    }),
  ])
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event-2' }))
  await ended('event-2', 'failed')
  expect(tries).toBe(3)
})

test('a sleeping run goes on under the next engine, and a job leased by a dead one is taken up', async () => {
  const done: string[] = []
  const { client, start } = await world((inngest) => [
    inngest.createFunction({ id: 'sleeper', triggers: [asked] }, async ({ step }) => {
      await step.run('before', () => done.push('before'))
      await step.sleep('rest', '1s')
      await step.run('after', () => done.push('after'))
    }),
  ])
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event-3' }))
  await vi.waitFor(async () =>
    expect((await pool.query('select from engine.job where sleep_id is not null')).rowCount).toBe(1),
  )
  await engine?.stop()
  await pool.query('update engine.job set lease = gen_random_uuid()')
  await start()
  await ended('event-3', 'completed')
  expect(done).toEqual(['before', 'after'])
})

test('an app that is away costs no attempt', async () => {
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'away', triggers: [asked], retries: 0 }, ({ step }) => step.run('one', () => 1)),
  ])
  await registered()
  await pool.query(`update engine.function set url = 'http://127.0.0.1:1/api/inngest?fnId=test-away'`)
  await client.send(asked.create({ id: 'a' }, { id: 'event-4' }))
  await vi.waitFor(async () => {
    const waiting = await pool.query('select attempt from engine.job where lease is null and run_at > now()')
    expect(waiting.rows).toEqual([{ attempt: 0 }])
  })
  await pool.query(`update engine.function set url = config->'steps'->'step'->'runtime'->>'url'`)
  await ended('event-4', 'completed')
})

test('a run whose function is gone waits for it an hour, and then fails', async () => {
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'gone', triggers: [asked] }, ({ step }) => step.sleep('long', '1h')),
  ])
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event-7' }))
  await vi.waitFor(async () => {
    expect((await pool.query('select from engine.job where sleep_id is not null')).rowCount).toBe(1)
  })
  await pool.query('update engine.job set sleep_id = null, run_at = now()')
  await pool.query('delete from engine.function')
  await vi.waitFor(async () => {
    const waiting = await pool.query('select from engine.job where lease is null and run_at > now()')
    expect(waiting.rowCount).toBe(1)
  })
  expect(await statusOf('event-7')).toMatchObject({ status: 'running' })
  await pool.query(`update engine.run set started_at = now() - interval '61 minutes'`)
  await ended('event-7', 'failed')
})

test('a cron fires', async () => {
  let fired = 0
  await world((inngest) => [
    inngest.createFunction({ id: 'clock', triggers: [cron('TZ=Europe/Paris * * * * *')] }, ({ step }) =>
      step.run('tick', () => ++fired),
    ),
  ])
  await registered()
  const { rows } = await pool.query('select next_at from engine.cron')
  expect(rows[0].next_at.getTime()).toBeGreaterThan(Date.now())
  await pool.query('update engine.cron set next_at = now()')
  await vi.waitFor(() => expect(fired).toBe(1), { timeout: 5_000 })
})

test('what the engine does not do is refused by name when it is registered', async () => {
  const { appPort } = await world((inngest) => [
    inngest.createFunction({ id: 'vip', triggers: [asked], priority: { run: '100' } }, () => 1),
  ])
  const answer = await fetch(`http://127.0.0.1:${appPort}/api/inngest`, { method: 'PUT' })
  expect(JSON.stringify(await answer.json())).toContain('does not support \\"priority\\"')
  expect((await pool.query('select from engine.function')).rowCount).toBe(0)
})

test('a call that is not signed with the shared key does nothing', async () => {
  let runs = 0
  const { appPort, enginePort } = await world((inngest) => [
    inngest.createFunction({ id: 'secret', triggers: [asked] }, ({ step }) => step.run('count', () => ++runs)),
  ])
  await registered()
  const unsigned = await fetch(`http://127.0.0.1:${appPort}/api/inngest?fnId=test-secret&stepId=step`, {
    method: 'POST',
    body: '{}',
  })
  expect(unsigned.status).toBe(401)
  const stranger = await fetch(`http://127.0.0.1:${enginePort}/e/wrong-key`, {
    method: 'POST',
    body: '[{"name":"test/asked"}]',
  })
  expect(stranger.status).toBe(401)
  expect(runs).toBe(0)
})

test('an engine that the database cuts off says so, and the next one carries on', async () => {
  const { client, start } = await world((inngest) => [
    inngest.createFunction({ id: 'steady', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await registered()
  const cut = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`
  await pool.query(cut)
  await vi.waitFor(() => expect(lost.length).toBeGreaterThan(0))
  await engine?.stop()
  await start()
  await client.send(asked.create({ id: 'a' }, { id: 'event-5' }))
  await ended('event-5', 'completed')
})

test('an engine that is made to forget everything begins anew', async () => {
  const { client, start } = await world((inngest) => [
    inngest.createFunction({ id: 'fresh', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await registered()
  lost.splice(0)
  await pool.query('drop schema engine cascade')
  await vi.waitFor(() => expect(lost.length).toBeGreaterThan(0), { timeout: 5_000 })
  await engine?.stop()
  faults.splice(0)
  await start()
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event-6' }))
  await ended('event-6', 'completed')
})

test('an engine that cannot begin leaves the lock to the next', async () => {
  const { enginePort, start } = await world((inngest) => [
    inngest.createFunction({ id: 'next', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await engine?.stop()
  const blocker = createServer().listen(enginePort, '127.0.0.1')
  await expect(start()).rejects.toThrow('EADDRINUSE')
  await new Promise((resolve) => blocker.close(resolve))
  await start()
  await registered()
})
