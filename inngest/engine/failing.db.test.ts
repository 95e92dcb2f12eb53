import { createServer } from 'node:http'
import { type Inngest, internalEvents, NonRetriableError } from 'inngest'
import { expect, test, vi } from 'vitest'
import { asked, soon, type World, worldForEachTest } from '@/tests/fixtures/engine'
import { limits } from './limits'

const world = worldForEachTest()
const fails = (inngest: Inngest, told: unknown[]) =>
  inngest.createFunction(
    {
      id: 'fails',
      triggers: [asked],
      retries: 0,
      onFailure: async ({ event, error, step }) => {
        await step.run('tell', () => void told.push([event.data.event.data.id, event.data.run_id, error.message]))
      },
    },
    () => {
      throw new NonRetriableError('for good')
    },
  )

test('a function that fails for good has its failure handled, with the event and the error', async () => {
  const told: unknown[] = []
  const { client, run } = await world((inngest) => [fails(inngest, told)])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { run_id: runId } = await run('event', 'Failed')
  await vi.waitFor(() => expect(told).toEqual([['a', runId, 'for good']]), soon)
})

test('each end of a run is told to who listens: failed, cancelled, finished', async () => {
  const told: string[] = []
  const { client } = await world((inngest) => [
    fails(inngest, []),
    inngest.createFunction({ id: 'sleeper', triggers: [asked], cancelOn: [{ event: 'test/stop' }] }, ({ step }) =>
      step.sleep('long', '1h'),
    ),
    inngest.createFunction({ id: 'works', triggers: [asked] }, () => 'done'),
    ...[internalEvents.FunctionFailed, internalEvents.FunctionCancelled, internalEvents.FunctionFinished].map((name) =>
      inngest.createFunction(
        {
          id: `hears-${name.slice(17)}`,
          triggers: [{ event: name, if: '!event.data.function_id.startsWith("test-hears")' }],
        },
        ({ event }) => void told.push(`${name.slice(17)} ${event.data.function_id}`),
      ),
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await vi.waitFor(() => expect(told).toContain('finished test-works'), soon)
  await client.send({ name: 'test/stop', data: {} })
  await vi.waitFor(
    () =>
      expect(told.filter((event) => !event.includes('failure')).sort()).toEqual([
        'cancelled test-sleeper',
        'failed test-fails',
        'finished test-fails',
        'finished test-sleeper',
        'finished test-works',
      ]),
    soon,
  )
})

test('an app that is away costs no attempt, and is asked by one call at a time until it is back', async () => {
  const { appPort, client, pool, run, startApp, stopApp } = await world((inngest) => [
    inngest.createFunction({ id: 'away', triggers: [asked], retries: 0 }, ({ step }) => step.run('one', () => 1)),
  ])
  await stopApp()
  let calls = 0
  const gateway = createServer((request, response) => {
    if (request.method === 'POST') calls += 1
    response.writeHead(502).end()
  })
  await new Promise<void>((resolve) => gateway.listen(appPort, '127.0.0.1', resolve))
  const ids = Array.from({ length: 20 }, (_, index) => `event-${index}`)
  await client.send(ids.map((id) => asked.create({ id: 'a' }, { id })))
  await vi.waitFor(async () => {
    const held = await pool.query(
      'select count(*)::int as all, count(lease)::int as held, max(attempt) as most from engine.job',
    )
    expect(held.rows).toEqual([{ all: 20, held: 0, most: 0 }])
  }, soon)
  calls = 0
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(calls).toBeGreaterThan(0)
  expect(calls).toBeLessThanOrEqual(3)
  gateway.closeAllConnections()
  await new Promise((resolve) => gateway.close(resolve))
  await startApp()
  await Promise.all(ids.map((id) => run(id)))
})

test('a call that breaks off counts, is tried again soon, and in the end fails its run', async () => {
  let calls = 0
  const { appPort, client, run, startApp, stopApp, startEngine, stopEngine } = await world((inngest) => [
    inngest.createFunction({ id: 'breaks', triggers: [asked], retries: 1 }, ({ step }) => step.run('one', () => 1)),
  ])
  await stopApp()
  const rude = createServer((request, response) => {
    if (request.method === 'PUT') return response.writeHead(503).end()
    calls += 1
    request.socket.destroy()
  })
  await stopEngine()
  await new Promise<void>((resolve) => rude.listen(appPort, '127.0.0.1', resolve))
  // An engine that is not answered rings each second, and so keeps a connection that its calls may use.
  await startEngine()
  await new Promise((resolve) => setTimeout(resolve, 500))
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event', 'Failed')).output).toMatchObject({ name: 'ConnectionLost' })
  expect(calls).toBeLessThanOrEqual(4)
  rude.closeAllConnections()
  await new Promise((resolve) => rude.close(resolve))
  await startApp()
  await client.send(asked.create({ id: 'a' }, { id: 'after' }))
  await run('after')
})

test('an answer that the shared key did not sign is not believed', async () => {
  const { appPort, client, pool, run, startApp, stopApp } = await world((inngest) => [
    inngest.createFunction({ id: 'signed', triggers: [asked] }, ({ step }) => step.run('one', () => 'true')),
  ])
  await stopApp()
  let calls = 0
  const stranger = createServer((request, response) => {
    if (request.method === 'POST') calls += 1
    response
      .writeHead(200, { 'x-inngest-sdk': 'inngest-js:v4.24.0', 'content-type': 'application/json' })
      .end('"false"')
  })
  await new Promise<void>((resolve) => stranger.listen(appPort, '127.0.0.1', resolve))
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await vi.waitFor(() => expect(calls).toBeGreaterThan(0), soon)
  await run('event', 'Running')
  stranger.closeAllConnections()
  await new Promise((resolve) => stranger.close(resolve))
  await startApp()
  expect((await run('event')).output).toBe('true')
  expect((await pool.query('select max(attempts) as most from engine.step')).rows).toEqual([{ most: 1 }])
})

const poisons: Record<string, (inngest: Inngest) => unknown> = {
  'a step whose answer is 5 MB': (inngest) =>
    inngest.createFunction({ id: 'poison', triggers: [asked], retries: 0 }, ({ step }) =>
      step.run('large', () => 'x'.repeat(5_000_000)).then(() => 'done'),
    ),
  'an answer of 9 MB': (inngest) =>
    inngest.createFunction({ id: 'poison', triggers: [asked], retries: 0 }, () => 'x'.repeat(9_000_000)),
  'more than a thousand steps': (inngest) =>
    inngest.createFunction(
      { id: 'poison', triggers: [asked], retries: 0, checkpointing: { bufferedSteps: 200 } },
      async ({ step }) => {
        for (let index = 0; index <= 1_000; index++) await step.run(`step ${index}`, () => index)
      },
    ),
  'a step whose name no database takes': (inngest) =>
    inngest.createFunction({ id: 'poison', triggers: [asked], retries: 0, checkpointing: false }, ({ step }) =>
      step.run('null \0', () => 'done'),
    ),
  'a sleep that has no end': (inngest) =>
    inngest.createFunction({ id: 'poison', triggers: [asked], retries: 0 }, ({ step }) => step.sleep('long', 1e19)),
  'a feature the engine lacks': (inngest) =>
    inngest.createFunction({ id: 'poison', triggers: [asked], retries: 0 }, ({ step }) =>
      step.waitForSignal('signal', { signal: 'a', timeout: '1h', onConflict: 'fail' }),
    ),
}

for (const [what, poison] of Object.entries(poisons)) {
  test(`${what} fails its own run, by name, and no other`, async () => {
    const here: World = await world((inngest) => [
      poison(inngest) as ReturnType<Inngest['createFunction']>,
      inngest.createFunction({ id: 'healthy', triggers: [{ event: 'test/healthy' }] }, () => 'well'),
    ])
    await here.client.send(asked.create({ id: 'a' }, { id: 'poison' }))
    await here.client.send({ name: 'test/healthy', id: 'healthy', data: {} })
    expect((await here.run('healthy')).output).toBe('well')
    const { output } = await here.run('poison', 'Failed')
    expect((output as { name: string }).name).toMatch(
      /output_too_large|InngestErrFunctionOverflowed|UnsupportedError|TypeError/,
    )
    await here.client.send({ name: 'test/healthy', id: 'after', data: {} })
    await here.run('after')
  })
}

test('what a run has come to may be more than one call can carry', async () => {
  const { calls, client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'heavy', triggers: [asked] }, async ({ step, event }) => {
      const parts: number[] = []
      for (const name of ['one', 'two', 'three']) {
        parts.push((await step.run(name, () => name.padEnd(2_000_000))).length)
        await step.sleep(`after ${name}`, '1s')
      }
      return [event.data.id, ...parts]
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual(['a', 2_000_000, 2_000_000, 2_000_000])
  expect(Math.max(...calls.map(({ bytes }) => bytes))).toBeLessThanOrEqual(limits.body)
})
