import { expect, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { asked, soon, type World, worldForEachTest } from '@/tests/fixtures/engine'

const world = worldForEachTest()

/** The engine's process, killed with -9 when it is asked to and started again at once. */
async function mortal(here: World) {
  await here.stopEngine()
  let kill = await here.startEngineProcess()
  let deaths = 0
  let reviving = Promise.resolve()
  return {
    deaths: () => deaths,
    revived: () => reviving,
    kill() {
      kill()
      deaths += 1
      reviving = reviving.then(async () => {
        kill = await here.startEngineProcess()
      })
    },
  }
}

const moments = [
  'in the first step',
  'in the last step',
  'between two steps',
  'in a sleep',
  'in one of two parallel steps',
]

for (const moment of moments) {
  test(`killed ${moment}, the engine loses nothing and repeats only what was in flight`, async () => {
    const done: string[] = []
    let strike = (_where: string) => {}
    const here = await world((inngest) => [
      inngest.createFunction({ id: 'mortal', triggers: [asked], retries: 5 }, async ({ step }) => {
        const work = (name: string) =>
          step.run(name, () => {
            done.push(name)
            strike(`in the ${name} step`)
            return name
          })
        const first = await work('first')
        strike('between two steps')
        await step.sleep('rest', '1s')
        const both = await Promise.all([work('one'), work('two')])
        return [first, ...both, await work('last')]
      }),
    ])
    const engine = await mortal(here)
    strike = (where) => {
      const isNow = where === moment || (moment.startsWith('in one') && where === 'in the one step')
      if (isNow && engine.deaths() === 0) engine.kill()
    }
    await here.registered()
    await here.client.send(asked.create({ id: 'a' }, { id: 'event' }))
    if (moment === 'in a sleep') {
      await vi.waitFor(
        async () => expect((await here.pool.query(`select from engine.job where kind = 'sleep'`)).rowCount).toBe(1),
        soon,
      )
      engine.kill()
    }
    await vi.waitFor(() => expect(engine.deaths()).toBe(1), { timeout: minuteMs })
    await engine.revived()
    expect((await here.run('event')).output).toEqual(['first', 'one', 'two', 'last'])
    const repeated = done.length - new Set(done).size
    expect(repeated).toBeLessThanOrEqual(moment.startsWith('in one') ? 2 : 1)
    if (moment === 'in a sleep') expect(repeated).toBe(0)
  })
}

test('under kills at random no step is recorded twice, and each answer that was built on is the one that was kept', async () => {
  const runs = 40
  const here = await world((inngest) => [
    inngest.createFunction({ id: 'chain', triggers: [asked], retries: 20 }, async ({ step, event }) => {
      const answers: string[] = []
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        answers.push(
          await step.run(name, () => `${answers.at(-1) ?? event.data.id}>${Math.random().toString(36).slice(2, 8)}`),
        )
        if (name === 'c') await step.sleep('rest', '1s')
      }
      return answers
    }),
  ])
  await here.pool.query(`
    create table succeeded (run_id uuid, step_id text);
    create function note() returns trigger language plpgsql as $$
    begin
      if new.memo is not null then insert into succeeded values (new.run_id, new.id); end if;
      return new;
    end $$;
    create trigger note after insert or update on engine.step for each row execute function note();`)
  const engine = await mortal(here)
  await here.registered()
  const ids = Array.from({ length: runs }, (_, index) => `event-${index}`)
  for (const id of ids) {
    await engine.revived()
    await here.client.send(asked.create({ id }, { id }))
    if (Number(id.slice(6)) % 10 === 5) engine.kill()
  }
  await engine.revived()
  const ended = await Promise.all(ids.map((id) => here.run(id)))
  expect(engine.deaths()).toBe(4)
  for (const { run_id: runId, output } of ended) {
    const kept = await here.pool.query(
      `select memo->>'data' as answer from engine.step where run_id = $1 and op = 'StepRun' order by position`,
      [runId],
    )
    const answers = output as string[]
    expect(kept.rows.map(({ answer }) => answer)).toEqual(answers)
    for (const [index, answer] of answers.slice(1).entries()) expect(answer.startsWith(`${answers[index]}>`)).toBe(true)
  }
  const twice = await here.pool.query('select run_id, step_id from succeeded group by 1, 2 having count(*) > 1')
  expect(twice.rows).toEqual([])
  expect((await here.pool.query('select from succeeded')).rowCount).toBe(runs * 6)
  await here.pool.query('drop table succeeded; drop function note() cascade')
})
