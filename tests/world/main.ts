import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { openLedger } from './ledger'
import { keepMisbehaviours } from './misbehaviours'
import { serveWorld } from './serve-world'
import { keepWaiting } from './waiting'

// The outside world in one process: Resend, Twilio and a CalDAV server over HTTP, and a ledger of what was done to them.
//   tsx tests/world/main.ts --ledger .carnet/world.jsonl [--port 4010]
const { values } = parseArgs({ options: { ledger: { type: 'string' }, port: { type: 'string', default: '0' } } })
if (!values.ledger) throw new Error('--ledger must name the file of the ledger')

const world = { ledger: openLedger(values.ledger), misbehaviours: keepMisbehaviours(), waiting: keepWaiting() }
const server = createServer((message, response) => {
  serveWorld(world, message, response).catch((error) => {
    console.error(error)
    response.destroy()
  })
})
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`The world is at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
