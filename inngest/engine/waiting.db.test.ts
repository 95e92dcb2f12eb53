import { eventType, invoke, staticSchema } from 'inngest'
import { expect, test, vi } from 'vitest'
import { asked, soon, type World, worldForEachTest } from '@/tests/fixtures/engine'

const world = worldForEachTest()
const confirmed = eventType('test/confirmed', { schema: staticSchema<{ id: string; by?: string }>() })
const given = staticSchema<{ minutes: number }>()

const waiting = ({ pool }: World, count = 1) =>
  vi.waitFor(async () => expect((await pool.query('select from engine.wait')).rowCount).toBe(count), soon)

test('a run waits for the event that matches its own, and for no other', async () => {
  const here = await world((inngest) => [
    inngest.createFunction({ id: 'waits', triggers: [asked] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: confirmed, timeout: '1h', match: 'data.id' })
      return answer?.data.by
    }),
  ])
  await here.client.send([asked.create({ id: 'a' }, { id: 'a' }), asked.create({ id: 'b' }, { id: 'b' })])
  await waiting(here, 2)
  await here.client.send(confirmed.create({ id: 'a', by: 'Amina' }))
  expect((await here.run('a')).output).toBe('Amina')
  await here.run('b', 'Running')
})

test('a condition on the awaited event decides', async () => {
  const here = await world((inngest) => [
    inngest.createFunction({ id: 'waits', triggers: [asked] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', {
        event: confirmed,
        timeout: '1h',
        if: 'async.data.by == "doctor"',
      })
      return answer?.data.id
    }),
  ])
  await here.client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await waiting(here)
  await here.client.send([confirmed.create({ id: '1', by: 'patient' }), confirmed.create({ id: '2' })])
  await here.client.send(confirmed.create({ id: '3', by: 'doctor' }))
  expect((await here.run('a')).output).toBe('3')
})

test('a wait that is in vain ends with nothing, and an event before it does not count', async () => {
  const here = await world((inngest) => [
    inngest.createFunction({ id: 'vain', triggers: [asked] }, ({ step }) =>
      step.waitForEvent('answer', { event: confirmed, timeout: '1s' }),
    ),
  ])
  const early = confirmed.create({ id: 'early' }, { id: 'early' })
  await here.client.send(early)
  await here.client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await waiting(here)
  await here.client.send(early)
  expect((await here.run('a')).output).toBeNull()
})

test('a run that waits goes on under the next engine', async () => {
  const here = await world((inngest) => [
    inngest.createFunction({ id: 'waits', triggers: [asked] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: confirmed, timeout: '1h' })
      return answer?.data.id
    }),
  ])
  await here.client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await waiting(here)
  await here.stopEngine()
  await here.startEngine()
  await here.client.send(confirmed.create({ id: 'after' }))
  expect((await here.run('a')).output).toBe('after')
})

test('a function invokes another and gets its answer, or its error', async () => {
  const { client, run } = await world((inngest) => {
    const price = inngest.createFunction(
      { id: 'price', triggers: [invoke(given)], retries: 0 },
      async ({ event, step }) => {
        if (event.data.minutes < 0) throw new RangeError('time does not run backwards')
        return step.run('multiply', () => event.data.minutes * 2)
      },
    )
    const asks = inngest.createFunction({ id: 'asks', triggers: [asked], retries: 0 }, async ({ step }) => {
      const cost = await step.invoke('good', { function: price, data: { minutes: 30 } })
      const failure = await step
        .invoke('bad', { function: price, data: { minutes: -1 } })
        .catch((error: Error) => error.message)
      return { cost, failure }
    })
    return [price, asks]
  })
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  expect((await run('a')).output).toEqual({ cost: 60, failure: 'time does not run backwards' })
})

test('an invoked function that does not end in time is not waited for, nor heard later', async () => {
  const { client, run } = await world((inngest) => {
    const slow = inngest.createFunction({ id: 'slow', triggers: [invoke(given)] }, ({ step }) =>
      step.sleep('long', '2s'),
    )
    const asks = inngest.createFunction({ id: 'asks', triggers: [asked], retries: 0 }, async ({ step }) => {
      const answer = await step
        .invoke('slow', { function: slow, data: { minutes: 1 }, timeout: '1s' })
        .catch((error: Error) => error.message)
      await step.sleep('until it has ended', '2s')
      return answer
    })
    return [slow, asks]
  })
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  expect((await run('a')).output).toBe('The invoked function did not end in time.')
})

test('a step sends an event, once, and it starts what it triggers', async () => {
  const heard: string[] = []
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'sends', triggers: [asked] }, async ({ step, event }) => {
      await step.sendEvent('tell', confirmed.create({ id: event.data.id }))
      await step.sleep('called again', '1s')
    }),
    inngest.createFunction({ id: 'hears', triggers: [confirmed] }, ({ event }) => void heard.push(event.data.id)),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await run('a')
  expect(heard).toEqual(['a'])
})

test('an event cancels the runs it matches, between two steps; what they still had to do is dropped', async () => {
  const done: string[] = []
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'cancellable', triggers: [asked], cancelOn: [{ event: 'test/confirmed', match: 'data.id' }] },
      async ({ step, event }) => {
        await step.run('before', () => void done.push(`before ${event.data.id}`))
        await step.sleep('rest', '2s')
        await step.run('after', () => void done.push(`after ${event.data.id}`))
      },
    ),
  ])
  await client.send([asked.create({ id: 'a' }, { id: 'a' }), asked.create({ id: 'b' }, { id: 'b' })])
  await vi.waitFor(
    async () => expect((await pool.query(`select from engine.job where kind = 'sleep'`)).rowCount).toBe(2),
    soon,
  )
  await client.send(confirmed.create({ id: 'a' }))
  await run('a', 'Cancelled')
  await run('b')
  expect(done.sort()).toEqual(['after b', 'before a', 'before b'])
})

test('an event does not wait for a run that it does not concern', async () => {
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'cancellable', triggers: [asked], cancelOn: [{ event: 'test/confirmed', match: 'data.id' }] },
      ({ step }) => step.waitForEvent('answer', { event: confirmed, timeout: '1h', match: 'data.by' }),
    ),
  ])
  await client.send([asked.create({ id: 'a' }, { id: 'a' }), asked.create({ id: 'b' }, { id: 'b' })])
  await vi.waitFor(async () => expect((await pool.query('select from engine.wait')).rowCount).toBe(2), soon)
  const other = await pool.connect()
  await other.query(`begin; select from engine.run where event_id = 'b' for update`)
  const sent = client.send(confirmed.create({ id: 'a', by: 'Amina' }))
  await run('a', 'Cancelled').finally(() => other.query('rollback'))
  other.release()
  await sent
})

test('a step in flight when its run is cancelled has its effect, and nothing comes after it', async () => {
  const done: string[] = []
  let goOn = () => {}
  const { client, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'cancellable', triggers: [asked], cancelOn: [{ event: 'test/confirmed' }] },
      async ({ step }) => {
        await step.run(
          'slow',
          () =>
            new Promise<void>((resolve) => {
              done.push('slow')
              goOn = resolve
            }),
        )
        await step.run('after', () => void done.push('after'))
      },
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await vi.waitFor(() => expect(done).toEqual(['slow']), soon)
  await client.send(confirmed.create({ id: 'a' }))
  const { run_id: runId } = await run('a', 'Cancelled')
  goOn()
  await client.send(asked.create({ id: 'b' }, { id: 'b' }))
  await vi.waitFor(() => expect(done).toEqual(['slow', 'slow']), soon)
  goOn()
  await run('b')
  expect(done).toEqual(['slow', 'slow', 'after'])
  expect(runId).toBeDefined()
})

test('a run that is cancelled in the moment of its end stays cancelled', async () => {
  let goOn = () => {}
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction({ id: 'ends', triggers: [asked] }, () => new Promise<void>((resolve) => (goOn = resolve))),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await vi.waitFor(() => expect(goOn).toHaveLength(1), soon)
  const canceller = await pool.connect()
  await canceller.query(`begin; update engine.run set status = 'Cancelled'; delete from engine.job`)
  goOn()
  const blocked = `select from pg_locks where not granted`
  await vi.waitFor(async () => expect((await pool.query(blocked)).rowCount).toBe(1), soon)
  await canceller.query('commit')
  canceller.release()
  await vi.waitFor(async () => expect((await pool.query(blocked)).rowCount).toBe(0), soon)
  await run('a', 'Cancelled')
})

test('a way to be cancelled ends with its timeout', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'late', triggers: [asked], cancelOn: [{ event: 'test/confirmed', timeout: '1s' }] },
      ({ step }) => step.sleep('rest', '3s'),
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  await run('a', 'Running')
  await client.send(confirmed.create({ id: 'a' }, { ts: Date.now() + 2_000 }))
  await run('a', 'Completed')
})

test('whoever has the key cancels a run by its id, once', async () => {
  const { client, ask, run, pool } = await world((inngest) => [
    inngest.createFunction({ id: 'sleeper', triggers: [asked] }, ({ step }) => step.sleep('long', '1h')),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'a' }))
  const { run_id: id } = await run('a', 'Running')
  expect((await ask('DELETE', `/v1/runs/${id}`)).status).toBe(204)
  await run('a', 'Cancelled')
  expect((await ask('DELETE', `/v1/runs/${id}`)).status).toBe(404)
  expect((await pool.query('select from engine.job')).rowCount).toBe(0)
})
