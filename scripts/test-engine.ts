import { createServer, type Server } from 'node:http'
import { eventType, Inngest, staticSchema } from 'inngest'
import { serve } from 'inngest/node'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, vi } from 'vitest'
import type { EngineSettings } from '@/inngest/engine/core'
import { type Engine, startEngine } from '@/inngest/engine/engine'
import { bearerOf, sign } from '@/inngest/engine/signature'
import { type Child, startChild } from './child'
import { freePort } from './free-port'
import { createEmptyDatabase } from './test-database'
import { waitUntil } from './wait-until'

/** How long a test looks for what comes at once on an idle machine. */
export const soon = { timeout: 20_000 }

export const signingKey = `signkey-test-${'ab'.repeat(32)}`
export const eventKey = 'test-event-key'
export const asked = eventType('test/asked', { schema: staticSchema<{ id: string }>() })

export type Define = (client: Inngest) => ReturnType<Inngest['createFunction']>[]
type ShownRun = {
  run_id: string
  function_id: string
  status: string
  output: unknown
  steps: { name: string; status: string; attempts: number }[]
}

/** An app that serves functions with the unmodified SDK, and an engine that carries them. */
export type World = {
  client: Inngest
  pool: pg.Pool
  appPort: number
  enginePort: number
  /** What the engine asked the app, in order: which step, how often it was tried before, and in how large a body. */
  calls: { stepId: string; attempt: number; bytes: number }[]
  /** What the engine could not do, and how often the database cut it off. Both are to be empty at the end of a test. */
  faults: unknown[]
  lost: true[]
  startEngine: () => Promise<void>
  stopEngine: () => Promise<void>
  startApp: () => Promise<void>
  stopApp: () => Promise<void>
  /** Until the engine knows the app's functions. */
  registered: () => Promise<void>
  /** Starts the engine as a process of its own, as `npm start` does, to be killed; answers how. */
  startEngineProcess: () => Promise<() => void>
  /** Asks the engine as who has the signing key. */
  ask: (method: string, path: string, body?: string) => Promise<Response>
  post: (body: string, key?: string) => Promise<Response>
  /** The first run an event started, once it has come to this. */
  run: (eventId: string, status?: string) => Promise<ShownRun>
  runsOf: (eventId: string) => Promise<ShownRun[]>
}

const longEnough = { timeout: 20_000, interval: 25 }

type MakeWorld = (define: Define, settings?: Partial<EngineSettings>, registers?: boolean) => Promise<World>

/** Gives each test of a file a world of its own on one database, and tidies up after it. */
export function worldForEachTest(): MakeWorld {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>
  let pool: pg.Pool
  let open: World | undefined
  beforeAll(async () => {
    database = await createEmptyDatabase(inject('postgresUrl'))
    pool = new pg.Pool({ connectionString: database.url })
  })
  afterEach(async () => {
    await open?.stopEngine()
    await open?.stopApp()
    await pool.query('drop schema if exists engine cascade')
    expect(open?.faults).toEqual([])
    expect(open?.lost).toEqual([])
    open = undefined
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  return async (define, settings = {}, registers = true) => {
    open = await openWorld(define, { databaseUrl: database.url, ...settings }, pool)
    if (registers) await open.registered()
    return open
  }
}

async function openWorld(define: Define, given: Partial<EngineSettings>, pool: pg.Pool): Promise<World> {
  const [appPort, enginePort] = [await freePort(), await freePort()]
  const quiet = { info() {}, warn() {}, error() {}, debug() {} }
  const baseUrl = `http://127.0.0.1:${enginePort}`
  const client = new Inngest({ id: 'test', baseUrl, signingKey, eventKey, isDev: false, logger: quiet })
  const calls: World['calls'] = []
  const faults: unknown[] = []
  const lost: true[] = []
  let app: Server | undefined
  let engine: Engine | undefined
  const children: Child[] = []
  const settings: EngineSettings = {
    databaseUrl: '',
    port: enginePort,
    signingKey,
    eventKey,
    appUrl: `http://127.0.0.1:${appPort}/api/inngest`,
    retentionDays: 7,
    onFault: (fault) => faults.push(fault),
    onLost: () => lost.push(true),
    ...given,
  }
  const handler = serve({ client, functions: define(client), serveOrigin: `http://127.0.0.1:${appPort}` })
  const ask = (method: string, path: string, body?: string) =>
    fetch(`${baseUrl}${path}`, { method, headers: { authorization: bearerOf(signingKey) }, ...(body && { body }) })
  const runsOf = async (eventId: string): Promise<ShownRun[]> => {
    const found = (await (await ask('GET', `/v1/events/${eventId}/runs`)).json()) as { data: ShownRun[] }
    return Promise.all(
      found.data.map(async ({ run_id: id }) => (await (await ask('GET', `/v1/runs/${id}`)).json()).data as ShownRun),
    )
  }
  const world: World = {
    client,
    pool,
    appPort,
    enginePort,
    calls,
    faults,
    lost,
    ask,
    runsOf,
    registered: () =>
      vi.waitFor(async () => {
        const known = (await (await ask('GET', '/dev')).json()) as { functions: unknown[] }
        expect(known.functions.length).toBeGreaterThan(0)
      }, longEnough),
    async startEngine() {
      engine = await startEngine(settings)
    },
    async startEngineProcess() {
      const env = {
        ...process.env,
        DATABASE_URL: settings.databaseUrl,
        INNGEST_BASE_URL: baseUrl,
        INNGEST_SIGNING_KEY: signingKey,
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${appPort}`,
      }
      const child = startChild({ name: 'engine', args: ['--import', 'tsx', 'scripts/engine.ts'], env })
      children.push(child)
      await waitUntil(async () => (await fetch(`${baseUrl}/health`)).ok, 30_000, 'The engine does not answer.')
      return () => process.kill(child.pid, 'SIGKILL')
    },
    async stopEngine() {
      await Promise.all(children.splice(0).map((child) => child.stop()))
      const ending = engine
      engine = undefined
      await ending?.stop()
    },
    async startApp() {
      app = createServer((request, response) => {
        const stepId = new URL(request.url ?? '', baseUrl).searchParams.get('stepId')
        const { 'x-inngest-generation-id': attempt, 'content-length': bytes } = request.headers
        if (stepId) calls.push({ stepId, attempt: Number(attempt), bytes: Number(bytes) })
        void handler(request, response)
      })
      await new Promise<void>((resolve) => app?.listen(appPort, '127.0.0.1', resolve))
    },
    async stopApp() {
      app?.close()
      app?.closeAllConnections()
    },
    post: (body, key = eventKey) => fetch(`${baseUrl}/e/${key}`, { method: 'POST', body }),
    run: (eventId, status = 'Completed') =>
      vi.waitFor(async () => {
        const [run] = await runsOf(eventId)
        expect(run).toMatchObject({ status })
        return run as ShownRun
      }, longEnough),
  }
  await world.startApp()
  await world.startEngine()
  return world
}

/** A signed call of a function, as the engine would make it. */
export function signedCall(body: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-inngest-signature': sign(body, signingKey, new Date()) }
}
