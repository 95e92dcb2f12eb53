import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { relay } from '@/lib/outbox/relay'
import { patients } from '@/prisma/demo/cast'
import { book, carry } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { startTracing } from './start-tracing'
import { traced } from './tracing'

const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().default(''),
  name: z.string(),
  startTimeUnixNano: z.string(),
})
const body = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
})

let database: TestDatabase
let collector: Server
let flush: () => Promise<void>
const received: string[] = []
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.url === '/v1/traces') received.push(Buffer.concat(chunks).toString())
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  // Read once, when tracing begins.
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`
}, 60_000)
afterAll(async () => {
  collector.closeAllConnections()
  collector.close()
  await database.drop()
})

/** What has been received, in the order in which it began: what is sent at once may overtake what was on its way. */
const spans = () =>
  received
    .flatMap((request) =>
      body
        .parse(JSON.parse(request))
        .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    )
    .sort((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)))

test('before tracing is begun nothing is traced, and events name no trace', async () => {
  const visit = visitOf(database.db, await traced({ name: 'a press' }, () => book(database.db, 0)))
  const [created] = await database.db.event.findMany({ where: { streamId: (await visit.row()).id } })
  expect(created?.metadata).not.toHaveProperty('traceparent')
  expect(received).toEqual([])
})

test('one trace leads from the press through the outbox to the last mail, and names nobody', async () => {
  flush = await startTracing()
  const { db } = database
  const visit = visitOf(db, await traced({ name: 'a press' }, () => book(db, 1)))
  await relay(db, async () => {}, { resendMs: 90_000, now: () => new Date() })
  await carry((await visit.saga('appointment-created')).sagaId)
  await flush()

  const ofPress = () => {
    const press = spans().find(({ name }) => name === 'a press')
    return spans().filter(({ traceId }) => traceId === press?.traceId)
  }
  const namesUnder = (parent: string) => {
    const { spanId } = ofPress().find(({ name }) => name === parent) ?? {}
    return ofPress()
      .filter(({ parentSpanId }) => parentSpanId === spanId)
      .map(({ name }) => name)
  }
  await expect
    .poll(() => namesUnder('a press'))
    .toEqual([
      'post appointment/created',
      'step load-people',
      'step add-calendar-event',
      'step email-patient',
      'step email-doctor',
      'step text-patient',
    ])
  await expect.poll(() => namesUnder('step add-calendar-event')).toEqual(['calendar addEvent'])
  await expect.poll(() => namesUnder('step email-doctor')).toEqual(['mail send'])
  await expect.poll(() => namesUnder('step text-patient')).toEqual(['sms send'])
  const { name, email, phone } = patients.amina
  for (const word of [name, email, phone]) expect(received.join()).not.toContain(word)
})

test('no link that lets somebody in leaves with a trace', async () => {
  const at = 'http://127.0.0.1/v/7KQ2M9XD01ABCDEFGHJKNPRSTV?_rsc=1'
  await traced(
    { name: `GET ${at}`, attributes: { 'http.url': at, 'http.target': '/api/feeds/secret/calendar.ics' } },
    async () => {},
  )
  const failed = () => traced({ name: 'a failure' }, () => Promise.reject(new TypeError('of amina@example.org')))
  await expect(failed()).rejects.toThrow()
  trace.getTracer('other').startActiveSpan('GET https://sms.example/?To=%2B33639980001', (span) => {
    span.recordException(new Error('of amina@example.org'))
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'of amina@example.org' })
    span.end()
  })
  await flush()
  await expect.poll(() => received.join()).toContain('/v/…?…')
  await expect.poll(() => received.join()).toContain('/api/feeds/…/calendar.ics')
  await expect.poll(() => received.join()).toContain('a failure')
  await expect.poll(() => received.join()).toContain('https://sms.example/')
  expect(received.join()).not.toMatch(/amina@|33639980001/)
  expect(received.join()).not.toMatch(/7KQ2M9XD|secret\/calendar/)
})
