import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import pg from 'pg'
import { carry } from './carry'
import { startClock } from './clock'
import type { Core, EngineSettings } from './core'
import { keepRegistered } from './functions/doorbell'
import { openRegistry } from './functions/registry'
import { type Answer, route } from './http/routes'
import { bearerOf } from './http/signature'
import { openJobs } from './jobs'
import { limits } from './limits'
import { openJournal } from './runs/journal'
import { makeTables } from './tables'

export type Engine = {
  /** Takes no more work and lets calls in flight end, for at most so long; then nothing is left of it. */
  stop: (patienceMs?: number) => Promise<void>
}
/** What ends a part of the engine. */
type Ending = (patienceMs: number) => unknown

/** Only one engine works on a database at a time; the number is its name among advisory locks. */
const engineLock = 4_915_071
const connectionMax = 10
const stopPatienceMs = 8_000
/** What is too large is still read so far, for the sender to hear why it was refused. */
const drainMax = 16 * limits.body

/**
 * A small server that speaks Inngest's protocol on 127.0.0.1 and keeps everything in Postgres, so that a kill at any
 * moment loses nothing and repeats only the step in flight. It waits until an engine before it has gone, and then takes
 * up the jobs that one had leased.
 */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  const { database, onFault, onLost } = settings
  const pool = new pg.Pool({ ...database, max: connectionMax })
  pool.on('error', onFault)
  // One that breaks while it is in use says so to its query as well; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const lockHolder = await pool.connect()
  lockHolder.on('error', onLost)
  const endings: Ending[] = [() => lockHolder.release(true), () => pool.end()]
  try {
    await lockHolder.query('select pg_advisory_lock($1)', [engineLock])
    await makeTables(lockHolder)
    await lockHolder.query('update engine.job set lease = null where lease is not null')
    await open(settings, pool, endings)
  } catch (error) {
    await endAll(endings, 0)
    throw error
  }
  return { stop: (patienceMs = stopPatienceMs) => endAll(endings, patienceMs) }
}

/** Starts every part; each adds its own end before those of the parts it needs. */
async function open(settings: EngineSettings, pool: pg.Pool, endings: Ending[]): Promise<void> {
  let isStopped = false
  const onFault = (error: unknown) => {
    if (isStopped) return
    settings.onFault(error)
    if (isAmnesia(error)) settings.onLost()
  }
  const registry = await openRegistry(pool)
  const jobs = openJobs({ pool, onFault, carry: (leasedJob) => carry(core, leasedJob) })
  const bearer = bearerOf(settings.signingKey)
  const core: Core = { settings: { ...settings, onFault }, bearer, pool, registry, journal: openJournal(pool), jobs }
  endings.unshift(
    (patienceMs) => jobs.stop(patienceMs),
    () => {
      isStopped = true
    },
  )
  const server = await listen(core)
  // After the calls in flight, which report their steps to it.
  endings.splice(1, 0, () => {
    server.close()
    server.closeAllConnections()
  })
  endings.unshift(startClock(core), keepRegistered(core))
}

async function endAll(endings: Ending[], patienceMs: number): Promise<void> {
  for (const end of endings.splice(0)) await end(patienceMs)
}

/** Our tables are gone: somebody made us forget everything, and we begin anew. */
function isAmnesia(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '42P01' || code === '3F000'
}

async function listen(core: Core): Promise<Server> {
  const server = createServer((request, response) => {
    answer(core, request)
      .catch((error): Answer => {
        core.settings.onFault(error)
        return [500, { status: 500, error: 'The engine failed; its log says why.' }]
      })
      .then((made) => reply(response, made))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(core.settings.port, '127.0.0.1', resolve)
  })
  return server
}

async function answer(core: Core, request: IncomingMessage): Promise<Answer> {
  const text = await readBody(request)
  if (text === undefined) return [413, { status: 413, error: `The body is larger than ${limits.body} bytes.` }]
  const [path = ''] = (request.url ?? '').split('?')
  return route(core, `${request.method} ${path}`, request.headers, text)
}

/** The whole body; undefined when it is too large. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limits.body) chunks.push(chunk)
      else if (size > drainMax) request.destroy()
    })
    request.once('end', () => resolve(size > limits.body ? undefined : Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
  })
}

function reply(response: ServerResponse, [status, body]: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body))
}
