import { randomBytes } from 'node:crypto'
import { eventType, staticSchema } from 'inngest'
import { expect, test } from 'vitest'
import { asked, eventKey, worldForEachTest } from '@/tests/fixtures/engine'

const world = worldForEachTest()
const paid = eventType('test/paid', { schema: staticSchema<{ id: string; vip: boolean }>() })

test('one event or many are taken in, and each starts its own run', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'echo', triggers: [asked] }, ({ event }) => event.data.id),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'one' }))
  await client.send([asked.create({ id: 'b' }, { id: 'two' }), asked.create({ id: 'c' }, { id: 'three' })])
  expect(await Promise.all(['one', 'two', 'three'].map(async (id) => (await run(id)).output))).toEqual(['a', 'b', 'c'])
})

test('an event id that was seen before starts nothing, however it arrives', async () => {
  let runs = 0
  const { client, run, runsOf } = await world((inngest) => [
    inngest.createFunction({ id: 'once', triggers: [asked] }, ({ step }) => step.run('count', () => ++runs)),
  ])
  const same = asked.create({ id: 'a' }, { id: 'same' })
  await Promise.all([client.send(same), client.send(same), client.send([same, same])])
  await run('same')
  await client.send(same)
  expect(await runsOf('same')).toHaveLength(1)
  expect(runs).toBe(1)
})

test('a request that is repeated with its seed names its events the same', async () => {
  const { enginePort, pool } = await world((inngest) => [
    inngest.createFunction({ id: 'seeded', triggers: [asked] }, () => 1),
  ])
  const send = () =>
    fetch(`http://127.0.0.1:${enginePort}/e/${eventKey}`, {
      method: 'POST',
      headers: { 'x-inngest-event-id-seed': '1795351042416,c2VlZHNlZWQ=' },
      body: JSON.stringify([
        { name: 'test/asked', data: { id: 'a' } },
        { name: 'test/asked', data: { id: 'b' } },
      ]),
    }).then((answer) => answer.json())
  const [first, second] = [await send(), await send()]
  expect(second).toEqual(first)
  expect((await pool.query('select from engine.run')).rowCount).toBe(2)
})

test('an event of the future starts its run then', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'later', triggers: [asked] }, () => Date.now()),
  ])
  const ts = Date.now() + 1_500
  await client.send(asked.create({ id: 'a' }, { id: 'later', ts }))
  expect((await run('later')).output).toBeGreaterThanOrEqual(ts)
})

test('a trigger’s condition decides; one that cannot be told is a no', async () => {
  const { client, run, runsOf, post } = await world((inngest) => [
    inngest.createFunction(
      { id: 'vip', triggers: [{ event: 'test/paid', if: 'event.data.vip == true' }] },
      ({ event }) => event.data.id,
    ),
    inngest.createFunction({ id: 'all', triggers: [{ event: 'test/paid' }] }, ({ event }) => event.data.id),
  ])
  await client.send([
    paid.create({ id: 'a', vip: true }, { id: 'yes' }),
    paid.create({ id: 'b', vip: false }, { id: 'no' }),
  ])
  await post(JSON.stringify({ name: 'test/paid', id: 'untold', data: { id: 'c' } }))
  await Promise.all([run('yes'), run('no'), run('untold')])
  const heard = async (id: string) => (await runsOf(id)).map((found) => found.function_id).sort()
  expect(await heard('yes')).toEqual(['test-all', 'test-vip'])
  expect(await heard('no')).toEqual(['test-all'])
  expect(await heard('untold')).toEqual(['test-all'])
})

test('an idempotency key starts one run a day, whatever the events are called', async () => {
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction({ id: 'once', triggers: [asked], idempotency: 'event.data.id' }, () => 1),
  ])
  for (const id of ['first', 'second', 'third']) await client.send(asked.create({ id: 'same' }, { id }))
  await client.send(asked.create({ id: 'other' }, { id: 'fourth' }))
  await client.send(asked.create({ id: 'an id seen before starts nothing' }, { id: 'first' }))
  await Promise.all([run('first'), run('fourth')])
  expect((await pool.query('select event_id from engine.run order by event_id')).rows).toEqual([
    { event_id: 'first' },
    { event_id: 'fourth' },
  ])
})

test('an idempotency key and a concurrency key may be of any kind and length', async () => {
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction(
      {
        id: 'once',
        triggers: [asked],
        idempotency: 'event.data',
        concurrency: { limit: 1, key: 'size(event.data.id)' },
      },
      () => 1,
    ),
  ])
  const long = randomBytes(5_000).toString('base64')
  const ids = ['null \0', long, 'short', 'short']
  for (const [index, id] of ids.entries()) await client.send(asked.create({ id }, { id: `event-${index}` }))
  await Promise.all([0, 1, 2].map((index) => run(`event-${index}`)))
  expect((await pool.query('select from engine.run')).rowCount).toBe(3)
})

test('what is no event is refused by name, and what comes after it is not held up', async () => {
  const { post, client, run, pool } = await world((inngest) => [
    inngest.createFunction({ id: 'safe', triggers: [asked] }, () => 1),
  ])
  const refusals = {
    '{"name": "test/asked"': [400, 'The body is not JSON.'],
    '{"data": {}}': [400, 'An event has no name.'],
    '["test/asked"]': [400, 'An event has no name.'],
    '[null]': [400, 'An event has no name.'],
    '{"name": "test/asked", "id": 7}': [400, 'An event has an id that is longer than 1024 bytes, or no text.'],
    '{"name": "test/asked", "id": "null \\u0000"}': [
      400,
      'An event has an id that is longer than 1024 bytes, or no text.',
    ],
    [JSON.stringify({ name: 'test/asked', id: 'x'.repeat(1_025) })]: [
      400,
      'An event has an id that is longer than 1024 bytes, or no text.',
    ],
    '{"name": "test/asked", "ts": "soon"}': [400, 'An event has a time that is not a number.'],
    '{"name": "test/asked", "ts": 1e300}': [400, 'An event has a time that is not a number.'],
    [JSON.stringify({ name: 'test/asked', data: 'x'.repeat(600_000) })]: [400, 'An event is larger than 524288 bytes.'],
    [JSON.stringify({ name: 'test/asked', data: 'x'.repeat(5_000_000) })]: [
      413,
      'The body is larger than 4194304 bytes.',
    ],
  }
  for (const [body, [status, error]] of Object.entries(refusals)) {
    const answer = await post(body)
    expect([answer.status, (await answer.json()).error]).toEqual([status, error])
  }
  expect((await post('{"name":"test/asked"}', 'wrong-key')).status).toBe(401)
  expect((await pool.query('select from engine.run')).rowCount).toBe(0)
  await client.send(asked.create({ id: 'a' }, { id: 'fine' }))
  await run('fine')
})

test('text that a database cannot hold as it is comes through unharmed', async () => {
  const strange = 'null \u0000, half \ud800, quote " and {comma,brace}\\'
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'strange', triggers: [asked] }, async ({ event, step }) => {
      const kept = await step.run('keep', () => event.data.id)
      await step.sleep('read again', 1_000)
      return kept
    }),
  ])
  await client.send(asked.create({ id: strange }, { id: 'strange' }))
  expect((await run('strange')).output).toBe(strange)
})
