import { spawn } from 'node:child_process'
import { createServer } from 'node:http2'
import { fileURLToPath } from 'node:url'
import * as restate from '@restatedev/restate-sdk'
import { waitUntil } from '../../scripts/launch/wait-until.ts'
import { insertRow } from '../engine/insert-row.ts'
import { servePeer } from '../engine/serve-peer.ts'
import { stepCount } from '../engine/task.ts'

// Restate at its defaults, but for where it listens and keeps its files: a server with a store of its own, which calls this
// process. A caller has its answer when the end is recorded. When it starts, the server asks GitHub for its newest release,
// which no setting turns off; it does without the answer.
const { RESTATE_ADMIN__BIND_PORT: adminPort, RESTATE_INGRESS__BIND_PORT: ingressPort, SERVICE_PORT: port } = process.env
// Its SDK wants Node 22, for this alone; Carnet runs on Node 20 as well.
Promise.withResolvers ??= () => {
  const made = {}
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}
const admin = `http://127.0.0.1:${adminPort}`
const ingress = `http://127.0.0.1:${ingressPort}/bench/run`
const patienceMs = 60_000

const bench = restate.service({
  name: 'bench',
  handlers: {
    run: async (ctx, id) => {
      for (let step = 1; step <= stepCount; step++) await ctx.run(`step ${step}`, () => insertRow(id, step))
    },
  },
})

await servePeer(async () => {
  const program = import.meta.resolve(
    `@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`,
  )
  const server = spawn(fileURLToPath(program), ['--no-logo'], { stdio: ['ignore', 'inherit', 'inherit'] })
  server.once('error', (error) => {
    throw error
  })
  server.once('exit', () => process.exit(1))
  process.once('exit', () => server.kill('SIGKILL'))
  // Whoever ends us has told the server too; it takes its time, and we go with it.
  process.on('SIGTERM', () => {})
  const logger = () => {}
  createServer(restate.createEndpointHandler({ services: [bench], logger })).listen(Number(port), '127.0.0.1')
  await waitUntil(async () => (await fetch(`${admin}/health`)).ok, patienceMs, 'Restate does not answer.')
  await waitUntil(isRegistered, patienceMs, 'Restate does not know the service.')
  return { run: (id) => post(ingress, id), give: (id) => post(`${ingress}/send`, id) }
})

/** Registers once: the server remembers where the service is. */
async function isRegistered() {
  const { deployments } = await (await fetch(`${admin}/deployments`)).json()
  if (deployments.length === 0) await post(`${admin}/deployments`, { uri: `http://127.0.0.1:${port}` })
  return (await fetch(`http://127.0.0.1:${ingressPort}/restate/health`)).ok
}

async function post(url, body) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers })
  const text = await response.text()
  if (!response.ok) throw new Error(`Restate answered ${response.status}: ${text}`)
}
