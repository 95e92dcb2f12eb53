import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import { afterEach, expect, test } from 'vitest'
import type { InngestServer } from '@/lib/settings/inngest-server'
import { registerApp } from '@/scripts/launch/register-app'
import { reachInngest } from './reach-inngest'

const signingKey = 'signkey-test-0123456789abcdef'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Answer = { status?: number; body: string; headers?: Record<string, string> }
const json = (body: unknown, status = 200): Answer => ({ status, body: JSON.stringify(body) })

/** An Inngest that answers each route as it is told; everything else is as Inngest's own server has it. */
function inngestThat(answers: Record<string, Answer>): Promise<string> {
  const usual = { '/health': json({ status: 200, message: 'OK' }), '/fn/register': json({ ok: true, modified: true }) }
  return listen((request, response) => {
    const found = Object.entries({ ...usual, ...answers }).find(([path]) => request.url?.startsWith(path))
    const { status = 200, body, headers = {} } = found?.[1] ?? json({ ids: [''], status: 200 })
    request.resume().once('end', () => response.writeHead(status, headers).end(body))
  })
}

const at = (url: string, kind: InngestServer['kind'] = 'self-hosted'): InngestServer => {
  return { kind, namedBy: kind === 'dev' ? 'INNGEST_DEV' : 'INNGEST_BASE_URL', url, eventUrl: url }
}
const reach = (server: InngestServer) => reachInngest({ server, eventKey: 'events', patienceMs: 300 })

/** An app as ours is, with the SDK itself: what is refused and how comes from there. */
async function register(server: InngestServer): Promise<void> {
  const internalLogger = { debug() {}, info() {}, warn() {}, error() {} }
  const keys = { eventKey: 'events', signingKey }
  const client = new Inngest({ id: 'app', baseUrl: server.url, isDev: false, ...keys, internalLogger })
  const work = client.createFunction({ id: 'work', triggers: [{ event: 'work' }], retries: 0 }, () => null)
  const origin = await listen(serve({ client, functions: [work], servePath: '/api/inngest' }))
  return registerApp({ server, origin, calledBackAt: 'http://app:3000', patienceMs: 300 })
}

test('an Inngest that answers and takes the functions is all that is needed', async () => {
  const server = at(await inngestThat({}))
  await reach(server)
  await register(server)
})

test('one that comes up a little later is waited for', async () => {
  let isUp = false
  setTimeout(() => {
    isUp = true
  }, 200)
  const url = await listen((_request, response) => response.writeHead(isUp ? 200 : 503).end())
  await reachInngest({ server: at(url, 'dev'), eventKey: undefined, patienceMs: 5_000 })
})

const dev = { headers: { 'x-inngest-server-kind': 'dev' }, body: '{}' }
const keyed = { headers: { 'x-inngest-server-kind': 'cloud' }, body: '{}' }

test.each<[string, RegExp, Record<string, Answer>, InngestServer['kind']?]>([
  [
    'is a page of somebody else',
    /^INNGEST_BASE_URL: what answers at .* is not an Inngest \(404\)/,
    { '/health': json({}, 404) },
  ],
  [
    'is a dev server though keys are set',
    /^INNGEST_BASE_URL: .* signs nothing. Set INNGEST_DEV=http/,
    { '/health': dev },
  ],
  ['wants keys though a dev server is named', /^INNGEST_DEV: .* wants keys/, { '/health': keyed }, 'dev'],
  [
    'does not know the event key',
    /^INNGEST_EVENT_KEY: the Inngest at .* does not know/,
    { '/e/events': json({ error: 'Event key not found' }, 401) },
  ],
])('one that %s is said to be so', async (_what, sentence, answers, kind) => {
  await expect(reach(at(await inngestThat(answers), kind))).rejects.toThrow(sentence)
})

test('one that does not answer is said not to, with what to do', async () => {
  const url = await inngestThat({})
  servers[0]?.close()
  const cure = `INNGEST_DEV: no Inngest answers at ${url}. Start it (npx inngest-cli dev), correct the address, or unset`
  await expect(reach(at(url, 'dev'))).rejects.toThrow(cure)
  await expect(register(at(url))).rejects.toThrow(/^INNGEST_BASE_URL: .* takes no functions: Failed to register/)
})

test.each<[string, Answer]>([
  ['as Inngest’s own server says it', { status: 401, body: 'Authentication failed\n' }],
  ['as Inngest Cloud says it', json({ error: 'Your signing key is invalid', status: 401 }, 401)],
  ['as the embedded engine says it', json({ error: 'Unauthorized' }, 401)],
])('a refused signing key is named, %s', async (_who, answer) => {
  const server = at(await inngestThat({ '/fn/register': answer }))
  await expect(register(server)).rejects.toThrow(
    `INNGEST_SIGNING_KEY: the Inngest at ${server.url} refuses this signing key.`,
  )
})

test('a server without a kind of its own, named as a dev server, tells by refusing that it is none', async () => {
  const server = at(await inngestThat({ '/fn/register': json({ error: 'Unauthorized' }, 401) }), 'dev')
  await expect(register(server)).rejects.toThrow(/^INNGEST_DEV: .* wants keys/)
})

test('an app that does not answer its doorbell is said not to', async () => {
  const server = at(await inngestThat({}))
  const asked = { server, origin: 'http://127.0.0.1:9', calledBackAt: 'http://127.0.0.1:9', patienceMs: 100 }
  const sentence = /^The app does not answer at http:\/\/127\.0\.0\.1:9\/api\/inngest .*correct INNGEST_SERVE_ORIGIN\.$/
  await expect(registerApp(asked)).rejects.toThrow(sentence)
})

test('functions that are refused are refused in the server’s words', async () => {
  const answer = json({ error: 'At least one function is invalid', status: 400 }, 400)
  const server = at(await inngestThat({ '/fn/register': answer }))
  const words = /refuses the functions of http:\/\/app:3000: At least one function is invalid\.$/
  await expect(register(server)).rejects.toThrow(words)
})
