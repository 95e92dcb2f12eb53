import { group } from 'inngest'
import { expect, test } from 'vitest'
import { asked, worldForEachTest } from '@/tests/fixtures/engine'

const world = worldForEachTest()
const inMs = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

test('steps side by side run at the same time, each once, and their answers keep their places', async () => {
  const done: string[] = []
  let together = 0
  let most = 0
  const work = (name: string) => async () => {
    most = Math.max(most, ++together)
    await inMs(300)
    together -= 1
    done.push(name)
    return name
  }
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'side-by-side', triggers: [asked] }, async ({ step }) => {
      const first = await step.run('first', () => 'first')
      const all = await Promise.all(['a', 'b', 'c'].map((name) => step.run(name, work(name))))
      return [first, ...all, await step.run('last', () => 'last')]
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual(['first', 'a', 'b', 'c', 'last'])
  expect(done.sort()).toEqual(['a', 'b', 'c'])
  expect(most).toBe(3)
})

test('chains side by side go on in step', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'chains', triggers: [asked] }, async ({ step }) => {
      const chain = async (name: string) => {
        const one = await step.run(`${name}1`, () => 1)
        return one + (await step.run(`${name}2`, () => 2))
      }
      return Promise.all([chain('a'), chain('b')])
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { output, steps } = await run('event')
  expect(output).toEqual([3, 3])
  expect(steps.map(({ name }) => name).sort()).toEqual(['a1', 'a2', 'b1', 'b2'])
})

test('one of several steps fails for good, and the others keep what they came to', async () => {
  const tries = { good: 0, bad: 0 }
  const { client, run } = await world(
    (inngest) => [
      inngest.createFunction({ id: 'settled', triggers: [asked], retries: 1 }, async ({ step }) => {
        const all = await Promise.allSettled([
          step.run('good', () => ++tries.good),
          step.run('bad', () => {
            tries.bad += 1
            throw new Error('bad')
          }),
        ])
        return all.map(({ status }) => status)
      }),
    ],
    { retryIntervalMs: 100 },
  )
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual(['fulfilled', 'rejected'])
  expect(tries).toEqual({ good: 1, bad: 2 })
})

test('a race has the right winner', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'race', triggers: [asked] }, ({ step }) =>
      Promise.race([step.sleep('slow', '2s').then(() => 'slow'), step.run('fast', () => 'fast')]),
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toBe('fast')
})

test('after a race that is said to be one the winner goes on at once, while the loser is still under way', async () => {
  const done: string[] = []
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'group-race', triggers: [asked] }, async ({ step }) => {
      const winner = await group.parallel({ mode: 'race' }, () =>
        Promise.race([step.sleep('slow', '1h').then(() => 'slow'), step.run('fast', () => 'fast')]),
      )
      await step.run('after', () => done.push(winner))
      await step.run('and then', () => done.push('and then'))
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await expect.poll(() => done).toEqual(['fast', 'and then'])
})

test('the winner of a race goes on though something beside the race is still under way', async () => {
  const done: string[] = []
  const { client } = await world((inngest) => [
    inngest.createFunction({ id: 'race-beside', triggers: [asked] }, ({ step }) => {
      const race = async () => {
        await group.parallel({ mode: 'race' }, () =>
          Promise.race([step.sleep('slow', '1h'), step.run('fast', () => 'fast')]),
        )
        await step.run('after', () => done.push('after'))
      }
      return Promise.all([race(), step.sleep('beside', '1h')])
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await expect.poll(() => done).toEqual(['after'])
})

test('a loser that ends beside what comes after its race does not make that run twice', async () => {
  const done: string[] = []
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'late-loser', triggers: [asked] }, async ({ step }) => {
      await group.parallel({ mode: 'race' }, () =>
        Promise.race([step.run('slow', () => inMs(600).then(() => done.push('slow'))), step.run('fast', () => 'fast')]),
      )
      await step.run('after', () => {
        done.push('after')
        return inMs(1_200)
      })
      await step.run('last', () => done.push('last'))
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event')
  expect(done.sort()).toEqual(['after', 'last', 'slow'])
})

test('a sleep, a wait and a step side by side all come back', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'mixed', triggers: [asked] }, ({ step }) =>
      Promise.all([
        step.sleep('rest', '1s'),
        step.waitForEvent('vain', { event: 'test/never', timeout: '1s' }),
        step.run('work', () => 'worked'),
      ]),
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual([null, null, 'worked'])
})

test('no more steps of a function run at once than it allows, for each key and in all', async () => {
  const together = new Map<string, number>()
  const most = new Map<string, number>()
  const enter = (key: string) => {
    together.set(key, (together.get(key) ?? 0) + 1)
    most.set(key, Math.max(most.get(key) ?? 0, together.get(key) ?? 0))
  }
  const { client, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'limited', triggers: [asked], concurrency: [{ limit: 1, key: 'event.data.id' }, { limit: 2 }] },
      ({ step, event }) =>
        step.run('work', async () => {
          for (const key of [event.data.id, 'all']) enter(key)
          await inMs(150)
          for (const key of [event.data.id, 'all']) together.set(key, (together.get(key) ?? 0) - 1)
        }),
    ),
  ])
  const ids = ['a', 'a', 'a', 'b', 'b', 'c']
  await client.send(ids.map((id, index) => asked.create({ id }, { id: `event-${index}` })))
  await Promise.all(ids.map((_, index) => run(`event-${index}`)))
  expect(Object.fromEntries(most)).toEqual({ a: 1, b: 1, c: 1, all: 2 })
})
