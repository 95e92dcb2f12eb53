import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { lastSweep } from '@/lib/commands/saga/note-sweep'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'

let database: TestDatabase
beforeAll(async () => {
  // Read as the SDK is loaded: a dev server signs nothing.
  process.env.INNGEST_DEV = '1'
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('the sweep that Inngest asks for notes that Inngest has called, and the app’s own sweep does not', async () => {
  const { sweep } = await import('@/inngest/sweep')
  await sweep(new Date())
  const lastCall = () => database.db.lease.findUnique({ where: { name: 'engine-call' } })
  expect(await lastSweep(database.db)).toBeInstanceOf(Date)
  expect(await lastCall()).toBeNull()

  const before = Date.now()
  expect(await callAsInngest('recover-sagas')).toContain('"woken"')
  expect((await lastCall())?.until.getTime()).toBeGreaterThanOrEqual(before)
})

/** Calls a function of ours once, as Inngest's protocol has it; answers with what it says. */
async function callAsInngest(functionId: string): Promise<string> {
  const { POST } = await import('@/app/api/inngest/route')
  const event = { name: 'inngest/scheduled.timer', data: { cron: '* * * * *' }, ts: Date.now() }
  const ctx = { run_id: 'run', attempt: 0, disable_immediate_execution: false, stack: { stack: [], current: 0 } }
  const url = `http://localhost:3000/api/inngest?fnId=carnet-${functionId}&stepId=step`
  const body = JSON.stringify({ version: 2, event, events: [event], steps: {}, ctx })
  const headers = { 'content-type': 'application/json' }
  const answer = await POST(new Request(url, { method: 'POST', body, headers }) as never, undefined)
  return answer.text()
}
