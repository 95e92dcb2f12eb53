import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { type IncomingEvent, ingest } from './ingest'
import { type FunctionConfig, refusal, register } from './register'
import { isAuthorised, isSame } from './signature'
import { tables } from './tables'
import { startWorker, type Worker } from './work'

export type EngineSettings = {
  databaseUrl: string
  port: number
  signingKey: string
  eventKey: string
  /** Where the app serves its functions; asked to register until it has. */
  appUrl: string
  onFault: (error: unknown) => void
  /** The database cut us off, so another engine may be at work: stop this one, and start again. */
  onLost: () => void
}

export type Engine = { stop: () => Promise<void> }

/** Only one engine works on a database at a time; the number is its name among advisory locks. */
const engineLock = 4_915_071
const bodyMax = 4 * 1024 * 1024
const registerEveryMs = 1_000
const registerAgainMs = 30_000

/**
 * A small server that speaks Inngest's protocol on 127.0.0.1 and keeps everything in Postgres, so that a kill at any
 * moment loses nothing and repeats only the step in flight. It waits until an engine before it has gone, and then takes
 * up the jobs that one had leased.
 */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  const { databaseUrl, onFault } = settings
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC' })
  pool.on('error', onFault)
  const lockHolder = await pool.connect()
  lockHolder.on('error', settings.onLost)
  try {
    return await openEngine(settings, pool, lockHolder)
  } catch (error) {
    lockHolder.release(true)
    await pool.end()
    throw error
  }
}

async function openEngine(settings: EngineSettings, pool: pg.Pool, lockHolder: pg.PoolClient): Promise<Engine> {
  await lockHolder.query('select pg_advisory_lock($1)', [engineLock])
  await lockHolder.query(tables)
  await lockHolder.query('update engine.job set lease = null')

  const onFault = (error: unknown) => {
    settings.onFault(error)
    if (isAmnesia(error)) settings.onLost()
  }
  const worker = startWorker(pool, settings.signingKey, onFault)
  const server = createServer((request, response) => {
    answer(request, settings, pool, worker)
      .catch((error): Answer => {
        onFault(error)
        return [500, { error: 'The engine failed; its log says why.' }]
      })
      .then((made) => reply(response, made))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, '127.0.0.1', resolve)
  }).catch(async (error) => {
    await worker.stop()
    throw error
  })
  const stopRinging = keepRegistered(settings.appUrl)
  return {
    async stop() {
      stopRinging()
      server.close()
      server.closeAllConnections()
      await worker.stop()
      lockHolder.release(true)
      await pool.end()
    },
  }
}

/** Our tables are gone: somebody made us forget everything, and we begin anew. */
function isAmnesia(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '42P01' || code === '3F000'
}

type Answer = [status: number, body: unknown]

async function answer(
  request: IncomingMessage,
  settings: EngineSettings,
  pool: pg.Pool,
  worker: Worker,
): Promise<Answer> {
  const [, first = '', second = ''] = (request.url ?? '').split('/')
  const route = `${request.method} /${first}`
  if (route === 'GET /health') return [200, { status: 200, message: 'OK' }]
  const body = await readJson(request)
  if (body === undefined) return [400, { error: 'The body is not JSON, or is larger than 4 MB.' }]
  if (route === 'POST /e') {
    if (!isSame(second, settings.eventKey)) return [401, { status: 401, error: 'Event key not found' }]
    const events = (Array.isArray(body) ? body : [body]) as IncomingEvent[]
    if (!events.every(({ name }) => typeof name === 'string')) return [400, { error: 'An event has no name.' }]
    const ids = await ingest(pool, events, request.headers['x-inngest-event-id-seed']?.toString())
    worker.kick()
    return [200, { ids, status: 200 }]
  }
  if (route === 'POST /fn') {
    if (!isAuthorised(request.headers.authorization, settings.signingKey)) return [401, { error: 'Unauthorized' }]
    const { functions } = body as { functions: FunctionConfig[] }
    const refused = functions.map(refusal).find(Boolean)
    if (refused) return [400, { error: refused }]
    await register(pool, functions, new Date())
    worker.kick()
    return [200, { ok: true, modified: true }]
  }
  return [501, { error: `The embedded engine does not answer ${request.method} ${request.url}.` }]
}

function reply(response: ServerResponse, [status, body]: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > bodyMax) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Rings the app's doorbell, often until it answers and seldom after; it then posts its functions to us. */
function keepRegistered(appUrl: string): () => void {
  let timer: NodeJS.Timeout
  let isStopped = false
  const ring = async () => {
    const answered = await fetch(appUrl, { method: 'PUT' }).catch(() => undefined)
    if (!isStopped) timer = setTimeout(ring, answered?.ok ? registerAgainMs : registerEveryMs)
  }
  void ring()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
