import { hourMs, minuteMs } from '@/lib/domain/time'
import { startTestWorld } from '@/tests/world/test-world'
import { appointmentOf, backstage } from './backstage'
import { book, expect, test } from './people'

/** One run may be as long as this: its clock ticks on from the instant that it was given. */
const longestMs = hourMs

test('every process has one clock: tests, browser, app, engine, seed, the outside world, and what Postgres is told', async ({
  page,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const clocks = {
    browser: new Date(await page.evaluate(() => Date.now())).toISOString(),
    app: (await appointmentOf(guest))?.createdAt.toISOString() ?? 'nothing',
    world: await clockOfWorld(),
    ...(await clocksInDatabase()),
  }
  const now = Date.now()
  const { seed, ...ours } = clocks
  for (const [name, told] of Object.entries(ours)) expect(Math.abs(now - Date.parse(told)), name).toBeLessThan(minuteMs)
  expect(Math.abs(now - Date.parse(seed))).toBeLessThan(longestMs)
  const given = process.env.CARNET_AT ? Date.parse(process.env.CARNET_AT) : now
  expect(now).toBeGreaterThanOrEqual(given)
  expect(now - given).toBeLessThan(longestMs)
})

/** When the last run began as the engine has it, when the demo's accounts were made, and an instant that Postgres was told. */
async function clocksInDatabase(): Promise<{ engine: string; seed: string; parameter: string }> {
  type Row = { engine: Date; seed: Date; parameter: Date }
  const [row] = await backstage(
    (db) => db.$queryRaw<Row[]>`
      select (select max(started_at) from engine.run) as engine, (select min(created_at) from "user") as seed,
        ${new Date()}::timestamptz as parameter`,
  )
  const told = (instant?: Date) => instant?.toISOString() ?? 'nothing'
  return { engine: told(row?.engine), seed: told(row?.seed), parameter: told(row?.parameter) }
}

/** When the outside world, a process of its own, took a mail. */
async function clockOfWorld(): Promise<string> {
  const world = await startTestWorld()
  const body = JSON.stringify({ from: 'carnet@lilas.example', to: 'amina@example.org', subject: 'What time is it?' })
  await fetch(`${world.url}/resend/emails`, { method: 'POST', headers: { authorization: 'Bearer test' }, body })
  const [mail] = await world.ledger()
  await world.stop()
  return mail?.at ?? 'nothing'
}
