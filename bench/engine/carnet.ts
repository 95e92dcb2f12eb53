import { createServer } from 'node:http'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import { keptFetch } from '@/inngest/kept-fetch'
import { makeEnvironmentPlain } from '@/lib/settings/env'
import { waitUntil } from '@/scripts/launch/wait-until'
import { recordsIn } from './await-record'
import { insertRow, pool } from './insert-row'
import { servePeer } from './serve-peer'
import { stepCount } from './task'

// The app beside the embedded engine: the unmodified SDK, with the clinic's own `fetch` and environment, and else at its
// defaults. The environment tells it where the engine is.
makeEnvironmentPlain()
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const client = new Inngest({ id: 'bench', fetch: keptFetch, logger: quiet })
const functionId = 'bench-five-steps'
const patienceMs = 30_000

const fiveSteps = client.createFunction(
  { id: 'five-steps', retries: 4, triggers: [{ event: 'bench/asked' }] },
  async ({ event, step }) => {
    const { id } = event.data as { id: string }
    for (let number = 1; number <= stepCount; number++) await step.run(`step ${number}`, () => insertRow(id, number))
  },
)

const give = async (id: string) => void (await client.send({ id, name: 'bench/asked', data: { id } }))

await servePeer(async () => {
  const listener = serve({ client, functions: [fiveSteps], servePath: '/api/inngest' })
  createServer(listener).listen(Number(process.env.PORT), '127.0.0.1')
  await waitUntil(isRegistered, patienceMs, 'The engine does not know the app.')
  const untilRecorded = await recordsIn({
    table: 'engine.run',
    how: 'update',
    when: `new.status = 'Completed'`,
    key: 'new.event_id',
  })
  return { give, run: (id) => give(id).then(() => untilRecorded(id)) }
})

async function isRegistered(): Promise<boolean> {
  const found = await pool.query('select from engine.function where id = $1', [functionId])
  return found.rowCount === 1
}
