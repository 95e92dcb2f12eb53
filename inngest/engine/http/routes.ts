import type { IncomingHttpHeaders } from 'node:http'
import type { Core } from '@/inngest/engine/core'
import type { FunctionConfig } from '@/inngest/engine/functions/function-config'
import { ingest } from '@/inngest/engine/ingest'
import { limits } from '@/inngest/engine/limits'
import { finish } from '@/inngest/engine/runs/consequences'
import { lockRun } from '@/inngest/engine/runs/finish-steps'
import { keepSteps } from '@/inngest/engine/runs/keep-steps'
import type { IncomingEvent, Op } from '@/inngest/engine/runs/run'
import { inTransaction } from '@/inngest/engine/transaction'
import { eventsOfRun, runOf, runsOfEvent, stepsOfRun } from './inspect'
import { isSame } from './signature'

export type Answer = [status: number, body: unknown]
type Asked = { core: Core; param: string; headers: IncomingHttpHeaders; body: unknown }
type Route = { on: RegExp; isOpen?: true; answer: (asked: Asked) => Promise<Answer> | Answer }

/** What the engine answers. What is not open is for who has the signing key. */
const routes: Route[] = [
  { on: /^POST \/e\/([^/]*)$/, isOpen: true, answer: takeEvents },
  { on: /^POST \/v1\/checkpoint\/([^/]+)\/async$/, answer: checkpoint },
  { on: /^GET \/(?:health)$/, isOpen: true, answer: () => [200, { status: 200, message: 'OK' }] },
  { on: /^GET \/(?:dev)$/, isOpen: true, answer: describe },
  { on: /^POST \/fn\/register$/, answer: registerApp },
  { on: /^GET \/v1\/events\/([^/]+)\/runs$/, answer: listRuns },
  { on: /^GET \/v1\/runs\/([\da-f-]{36})$/, answer: showRun },
  { on: /^DELETE \/v1\/runs\/([\da-f-]{36})$/, answer: cancelRun },
  {
    on: /^GET \/v0\/runs\/([\da-f-]{36})\/actions$/,
    answer: async ({ core, param }) => [200, await stepsOfRun(core.pool, param)],
  },
  {
    on: /^GET \/v0\/runs\/([\da-f-]{36})\/batch$/,
    answer: async ({ core, param }) => [200, await eventsOfRun(core.pool, param)],
  },
]

/** Answers one request; `target` is its method and path. */
export async function route(core: Core, target: string, headers: IncomingHttpHeaders, text: string): Promise<Answer> {
  for (const { on, isOpen, answer } of routes) {
    const match = on.exec(target)
    if (!match) continue
    const mayAsk = isOpen || isSame(headers.authorization ?? '', core.bearer)
    if (!mayAsk) return [401, { status: 401, error: 'Unauthorized' }]
    const body = text === '' ? undefined : parse(text)
    if (body === notJson) return [400, { status: 400, error: 'The body is not JSON.' }]
    return answer({ core, param: decoded(match[1] ?? ''), headers, body })
  }
  return [501, { status: 501, error: `The embedded engine does not answer ${target}.` }]
}

async function takeEvents({ core, param: key, headers, body }: Asked): Promise<Answer> {
  if (!isSame(key, core.settings.eventKey)) return [401, { status: 401, error: 'Event key not found' }]
  const events = (Array.isArray(body) ? body : [body]) as IncomingEvent[]
  const wrong = events.map(eventFault).find(Boolean)
  if (wrong) return [400, { status: 400, error: wrong }]
  const ids = await ingest(core, events, headers['x-inngest-event-id-seed']?.toString())
  return [200, { ids, status: 200 }]
}

function eventFault(event: IncomingEvent): string | undefined {
  if (typeof event?.name !== 'string' || event.name === '') return 'An event has no name.'
  if (event.id !== undefined && !isId(event.id))
    return `An event has an id that is longer than ${limits.eventId} bytes, or no text.`
  if (event.ts !== undefined && !isTime(event.ts)) return 'An event has a time that is not a number.'
  const isLarge = Buffer.byteLength(JSON.stringify(event)) > limits.event
  return isLarge ? `An event is larger than ${limits.event} bytes.` : undefined
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && Buffer.byteLength(id) <= limits.eventId && !id.includes('\0')
}

/** Milliseconds since 1970 that are an instant. */
function isTime(ts: unknown): boolean {
  return typeof ts === 'number' && !Number.isNaN(new Date(ts).getTime())
}

async function checkpoint({ core, param: runId, body }: Asked): Promise<Answer> {
  const { qi_id: lease, steps = [] } = (body ?? {}) as { qi_id?: string; steps?: Op[] }
  const leasedJob = core.jobs.find(lease ?? '')
  if (leasedJob?.run.id !== runId) return [409, { status: 409, error: 'This call was given to another since.' }]
  const other = steps.find(({ op }) => op !== 'StepRun' && op !== 'Step')
  if (other) return [400, { status: 400, error: `The embedded engine takes no checkpoint of "${other.op}".` }]
  const isKept = steps.length === 0 || (await keepSteps(core, leasedJob, steps))
  return isKept ? [200, {}] : [409, { status: 409, error: 'The run has ended.' }]
}

async function registerApp({ core, body }: Asked): Promise<Answer> {
  const { appName = '', functions } = (body ?? {}) as { appName?: string; functions?: FunctionConfig[] }
  if (!Array.isArray(functions)) return [400, { status: 400, error: 'There are no functions in it.' }]
  const refused = await core.registry.register(appName, functions)
  if (refused) return [400, { status: 400, error: refused }]
  core.jobs.look()
  return [200, { ok: true, modified: true }]
}

function describe({ core }: Asked): Answer {
  const functions = core.registry
    .list()
    .map(({ id, app, url, config }) => ({ id, app, url, name: config.name, triggers: config.triggers }))
  return [200, { version: 'carnet-embedded', isSingleNodeService: true, functions }]
}

async function listRuns({ core, param: eventId }: Asked): Promise<Answer> {
  return [200, { data: await runsOfEvent(core.pool, eventId) }]
}

async function showRun({ core, param: id }: Asked): Promise<Answer> {
  const run = await runOf(core.pool, id)
  return run ? [200, { data: run }] : [404, { status: 404, error: 'There is no such run.' }]
}

async function cancelRun({ core, param: id }: Asked): Promise<Answer> {
  const isCancelled = await inTransaction(core.pool, async (client) => {
    const run = await lockRun(client, id)
    if (run) await finish(core, client, run, 'Cancelled', null)
    return run !== undefined
  })
  core.jobs.look()
  return isCancelled ? [204, undefined] : [404, { status: 404, error: 'No such run is under way.' }]
}

/** What is not encoded as it should be stands for itself: there is nothing of that name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const notJson = Symbol('not JSON')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return notJson
  }
}
