import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { GetStepTools, Inngest } from 'inngest'
import { expect, test, vi } from 'vitest'
import { asked, soon, worldForEachTest } from '@/tests/fixtures/engine'
import { minuteMs } from './time'

const world = worldForEachTest()
type Step = GetStepTools<Inngest>

test('a sleeping run goes on under the next engine, and a job leased by a dead one is taken up', async () => {
  const done: string[] = []
  const { client, pool, run, startEngine, stopEngine } = await world((inngest) => [
    inngest.createFunction({ id: 'sleeper', triggers: [asked] }, async ({ step }) => {
      await step.run('before', () => done.push('before'))
      await step.sleep('rest', '1s')
      await step.run('after', () => done.push('after'))
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await vi.waitFor(
    async () => expect((await pool.query(`select from engine.job where kind = 'sleep'`)).rowCount).toBe(1),
    soon,
  )
  await stopEngine()
  await pool.query('update engine.job set lease = gen_random_uuid()')
  await startEngine()
  await run('event')
  expect(done).toEqual(['before', 'after'])
})

test('a run whose function is gone waits for it an hour, and then fails', async () => {
  const { client, pool, run, startEngine, stopEngine, stopApp } = await world((inngest) => [
    inngest.createFunction({ id: 'gone', triggers: [asked] }, ({ step }) => step.sleep('long', '1h')),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await vi.waitFor(async () => {
    expect((await pool.query(`select from engine.job where kind = 'sleep'`)).rowCount).toBe(1)
  }, soon)
  await stopApp()
  await stopEngine()
  await pool.query(`update engine.job set kind = 'call', step_id = null, run_at = $1`, [new Date()])
  await pool.query('update engine.function set gone_at = $1', [new Date()])
  await startEngine()
  await vi.waitFor(async () => {
    const waiting = await pool.query('select from engine.job where lease is null and run_at > $1', [new Date()])
    expect(waiting.rowCount).toBe(1)
  }, soon)
  await run('event', 'Running')
  await stopEngine()
  await pool.query('update engine.function set gone_at = $1', [new Date(Date.now() - 61 * minuteMs)])
  await pool.query('update engine.job set run_at = $1', [new Date()])
  await startEngine()
  expect((await run('event', 'Failed')).output).toMatchObject({ name: 'FunctionGone' })
})

const outcomes: Record<string, (step: Step) => unknown> = {
  'a step': (step) => step.run('one', () => 1),
  'an end': () => 'done',
  'an error': () => {
    throw new Error('no')
  },
  'a sleep': (step) => step.sleep('long', '1h'),
}

for (const [what, work] of Object.entries(outcomes)) {
  test(`${what} that comes in under a lost lease is dropped`, async () => {
    let goOn = () => {}
    const { client, pool, run } = await world((inngest) => [
      inngest.createFunction({ id: 'robbed', triggers: [asked] }, async ({ step, event }) => {
        if (event.data.id === 'a') await new Promise<void>((resolve) => (goOn = resolve))
        return work(step)
      }),
      inngest.createFunction({ id: 'after', triggers: [{ event: 'test/after' }] }, ({ step }) => step.sleep('a', 500)),
    ])
    await client.send(asked.create({ id: 'a' }, { id: 'event' }))
    await vi.waitFor(() => expect(goOn).toHaveLength(1), soon)
    await pool.query('update engine.job set lease = gen_random_uuid()')
    const kept = async () =>
      (
        await pool.query(
          `select j.*, r.status, (select count(*)::int from engine.step s where s.run_id = r.id) as steps
           from engine.run r left join engine.job j on j.run_id = r.id where r.event_id = 'event'`,
        )
      ).rows
    const before = await kept()
    goOn()
    await client.send({ name: 'test/after', id: 'after', data: {} })
    await run('after')
    expect(await kept()).toEqual(before)
  })
}

test('a checkpoint of a call that is not in hand is told so', async () => {
  const { ask } = await world((inngest) => [inngest.createFunction({ id: 'one', triggers: [asked] }, () => 1)])
  const id = randomUUID()
  const body = JSON.stringify({ qi_id: id, steps: [{ id: 'a', op: 'StepRun', data: 1 }] })
  expect((await ask('POST', `/v1/checkpoint/${id}/async`, body)).status).toBe(409)
})

test('a job that could not be put down is taken up again', async () => {
  const { client, pool, faults, run, startApp, stopApp } = await world((inngest) => [
    inngest.createFunction({ id: 'stuck', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await stopApp()
  await pool.query(`
    create function engine.refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
    create trigger refuse before update on engine.job for each row when (new.lease is null) execute function engine.refuse()`)
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await vi.waitFor(() => expect(faults.length).toBeGreaterThan(1), soon)
  await pool.query('drop trigger refuse on engine.job')
  await startApp()
  await run('event')
  faults.splice(0)
})

test('a second engine waits until the first has gone', async () => {
  const { client, run, startEngine, stopEngine } = await world((inngest) => [
    inngest.createFunction({ id: 'one', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  const second = startEngine().then(() => 'begun')
  const soon = new Promise((resolve) => setTimeout(resolve, 300, 'waits'))
  expect(await Promise.race([second, soon])).toBe('waits')
  await stopEngine()
  await second
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event')
})

test('an engine that the database cuts off says so, and the next one carries on', async () => {
  const { client, pool, lost, run, startEngine, stopEngine } = await world((inngest) => [
    inngest.createFunction({ id: 'steady', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  const cut = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())`
  await pool.query(cut)
  await vi.waitFor(() => expect(lost.splice(0).length).toBeGreaterThan(0), soon)
  await stopEngine()
  await startEngine()
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event')
})

test('an engine that is made to forget everything begins anew', async () => {
  const { client, pool, lost, faults, run, startEngine, stopEngine, registered } = await world((inngest) => [
    inngest.createFunction({ id: 'fresh', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await pool.query('drop schema engine cascade')
  await vi.waitFor(() => expect(lost.length).toBeGreaterThan(0), soon)
  await stopEngine()
  lost.splice(0)
  faults.splice(0)
  await startEngine()
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event')
})

test('an engine that cannot begin leaves the lock to the next', async () => {
  const { enginePort, startEngine, stopEngine, registered } = await world((inngest) => [
    inngest.createFunction({ id: 'next', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await stopEngine()
  const blocker = createServer().listen(enginePort, '127.0.0.1')
  await expect(startEngine()).rejects.toThrow('EADDRINUSE')
  await new Promise((resolve) => blocker.close(resolve))
  await startEngine()
  await registered()
})

test('tables of another version are made anew', async () => {
  const { client, pool, run, startEngine, stopEngine, registered } = await world((inngest) => [
    inngest.createFunction({ id: 'renewed', triggers: [asked] }, ({ step }) => step.run('one', () => 1)),
  ])
  await stopEngine()
  await pool.query(`drop schema engine cascade; create schema engine; create table engine.job (old int);
    comment on schema engine is 'another version'`)
  await startEngine()
  await registered()
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event')
})
