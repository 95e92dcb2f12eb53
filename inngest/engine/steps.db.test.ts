import { NonRetriableError, RetryAfterError, StepError } from 'inngest'
import { expect, test } from 'vitest'
import { asked, worldForEachTest } from '@/tests/fixtures/engine'
import { minuteMs } from './time'

const world = worldForEachTest()

test('each step runs once, in order, within one call, and its answer reaches the next', async () => {
  const done: string[] = []
  const { client, calls, run } = await world((inngest) => [
    inngest.createFunction({ id: 'steps', triggers: [asked] }, async ({ step, event }) => {
      const first = await step.run('first', () => `${done.push('first')} ${event.data.id}`)
      const nothing = await step.run('nothing', () => undefined)
      return step.run('last', () => `${done.push('last')} after ${first} and ${nothing}`)
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect(await run('event')).toMatchObject({
    output: '2 after 1 a and null',
    steps: ['first', 'nothing', 'last'].map((name) => ({ name, status: 'Completed', attempts: 1 })),
  })
  expect(done).toEqual(['first', 'last'])
  expect(calls).toHaveLength(1)
})

test('without checkpoints there is a call for each step, and the same result', async () => {
  const { client, calls, run } = await world((inngest) => [
    inngest.createFunction({ id: 'slow', triggers: [asked], checkpointing: false }, async ({ step }) => {
      const first = await step.run('first', () => 1)
      return first + (await step.run('second', () => 2))
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toBe(3)
  expect(calls).toHaveLength(3)
})

test('a step that is named twice is two steps', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'twice', triggers: [asked] }, async ({ step }) => {
      const answers: number[] = []
      for (let index = 0; index < 3; index++) answers.push(await step.run('same', () => index))
      return answers
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual([0, 1, 2])
})

test('a step is tried again when it asks to be, each step with tries of its own, and says how often', async () => {
  const tries = { shaky: 0, other: 0 }
  const seen: number[] = []
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'retry', triggers: [asked], retries: 2 }, async ({ step, attempt }) => {
      await step.run('shaky', () => {
        seen.push(attempt)
        if (++tries.shaky < 3) throw new RetryAfterError('not yet', new Date(Date.now() + 1_000))
      })
      await step.run('other', () => {
        if (++tries.other < 3) throw new RetryAfterError('not yet', new Date(Date.now() + 1_000))
      })
      return step.run('easy', () => 'done')
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { output, steps } = await run('event')
  expect(output).toBe('done')
  expect(steps.map(({ name, attempts }) => [name, attempts])).toEqual([
    ['shaky', 3],
    ['other', 3],
    ['easy', 1],
  ])
  expect(seen).toEqual([0, 1, 2])
})

test('a step that fails for good throws in the function, which may make up for it', async () => {
  let tries = 0
  const { client, run } = await world(
    (inngest) => [
      inngest.createFunction({ id: 'compensate', triggers: [asked], retries: 1 }, async ({ step }) => {
        await step.run('hold', () => 'held')
        try {
          await step.run('charge', () => {
            tries += 1
            throw new TypeError('card refused')
          })
        } catch (error) {
          const { name, message } = error as StepError
          await step.run('release', () => 'released')
          return { isStepError: error instanceof StepError, name, message }
        }
      }),
    ],
    { retryIntervalMs: 100 },
  )
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { output, steps } = await run('event')
  expect(output).toEqual({ isStepError: true, name: 'TypeError', message: 'card refused' })
  expect(steps.map(({ name, status, attempts }) => [name, status, attempts])).toEqual([
    ['hold', 'Completed', 1],
    ['charge', 'Failed', 2],
    ['release', 'Completed', 1],
  ])
  expect(tries).toBe(2)
})

test('an error that says so is not tried again', async () => {
  let tries = 0
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'final', triggers: [asked], retries: 5 }, ({ step }) =>
      step.run('never', () => {
        tries += 1
        throw new NonRetriableError('never')
      }),
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event', 'Failed')).output).toMatchObject({ message: 'never' })
  expect(tries).toBe(1)
})

test('an error between the steps is tried again as the function’s own, and repeats no step', async () => {
  let steps = 0
  const attempts: number[] = []
  const { client, run } = await world(
    (inngest) => [
      inngest.createFunction({ id: 'between', triggers: [asked], retries: 2 }, async ({ step, attempt }) => {
        await step.run('one', () => ++steps)
        attempts.push(attempt)
        if (attempt < 2) throw new Error('in between')
        return step.run('two', () => 'done')
      }),
    ],
    { retryIntervalMs: 100 },
  )
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toBe('done')
  // The step after the error is kept by a call of its own, and counts anew.
  expect(attempts).toEqual([0, 1, 2, 0, 1, 2])
  expect(steps).toBe(1)
})

test('without an interval of its own a failed step waits by Inngest’s table', async () => {
  const { client, pool, run } = await world((inngest) => [
    inngest.createFunction({ id: 'table', triggers: [asked], retries: 1 }, ({ step }) =>
      step.run('fails', () => {
        throw new Error('no')
      }),
    ),
  ])
  const sentAt = Date.now()
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  await run('event', 'Running')
  const due = async () => (await pool.query('select run_at, attempt from engine.job where lease is null')).rows[0]
  await expect.poll(async () => (await due())?.attempt).toBe(1)
  const waitMs = (await due()).run_at.getTime() - sentAt
  expect(waitMs).toBeGreaterThanOrEqual(15_000)
  expect(waitMs).toBeLessThan(minuteMs)
})

test('a sleep lasts, and sleeping until an instant too', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction({ id: 'sleeper', triggers: [asked] }, async ({ step }) => {
      const begun = await step.run('begin', () => Date.now())
      await step.sleep('a second', '1s')
      const woken = await step.run('woken', () => Date.now())
      await step.sleepUntil('an instant', new Date(woken + 1_000))
      return { slept: woken - begun, untilMs: Date.now() - woken }
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { slept, untilMs } = (await run('event')).output as { slept: number; untilMs: number }
  expect(slept).toBeGreaterThanOrEqual(990)
  expect(untilMs).toBeGreaterThanOrEqual(990)
})

test('a call that lasts longer than the SDK likes goes on in the next', async () => {
  const { client, calls, run } = await world((inngest) => [
    inngest.createFunction({ id: 'long', triggers: [asked], checkpointing: { maxRuntime: 300 } }, async ({ step }) => {
      const answers: number[] = []
      for (let index = 0; index < 6; index++) {
        answers.push(await step.run(`step ${index}`, () => new Promise<number>((done) => setTimeout(done, 100, index))))
      }
      return answers
    }),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  expect((await run('event')).output).toEqual([0, 1, 2, 3, 4, 5])
  expect(calls.length).toBeGreaterThan(1)
})

test('steps that are reported several at a time are all kept', async () => {
  const { client, run } = await world((inngest) => [
    inngest.createFunction(
      { id: 'buffered', triggers: [asked], checkpointing: { bufferedSteps: 3 } },
      async ({ step }) => {
        for (let index = 0; index < 7; index++) await step.run(`step ${index}`, () => index)
        return 'done'
      },
    ),
  ])
  await client.send(asked.create({ id: 'a' }, { id: 'event' }))
  const { output, steps } = await run('event')
  expect(output).toBe('done')
  expect(steps.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `step ${index}`))
})
