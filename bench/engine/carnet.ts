import { createServer } from 'node:http'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import { waitUntil } from '@/scripts/wait-until'
import { recordsIn } from './await-record'
import { insertRow, pool } from './insert-row'
import { servePeer } from './serve-peer'
import { stepCount } from './task'

// The app beside the embedded engine: the unmodified SDK at its defaults. The environment tells it where the engine is.
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const client = new Inngest({ id: 'bench', logger: quiet })
const functionId = 'bench-five-steps'
const patienceMs = 30_000

const returned = new Map<string, () => void>()
const untilRecorded = recordsIn(
  `select event_id as key from engine.run
   where function_id = '${functionId}' and event_id = any($1) and status = 'Completed'`,
)

const fiveSteps = client.createFunction(
  { id: 'five-steps', retries: 4, triggers: [{ event: 'bench/asked' }] },
  async ({ event, step }) => {
    const { id } = event.data as { id: string }
    for (let number = 1; number <= stepCount; number++) await step.run(`step ${number}`, () => insertRow(id, number))
    returned.get(id)?.()
  },
)

const give = async (id: string) => void (await client.send({ id, name: 'bench/asked', data: { id } }))

await servePeer(async () => {
  const listener = serve({ client, functions: [fiveSteps], servePath: '/api/inngest' })
  createServer(listener).listen(Number(process.env.PORT), '127.0.0.1')
  await waitUntil(isRegistered, patienceMs, 'The engine does not know the app.')
  return {
    give,
    async run(id) {
      const hasReturned = new Promise<void>((resolve) => returned.set(id, resolve))
      await give(id)
      await hasReturned
      returned.delete(id)
      await untilRecorded(id)
    },
  }
})

async function isRegistered(): Promise<boolean> {
  const found = await pool.query('select from engine.function where id = $1', [functionId])
  return found.rowCount === 1
}
