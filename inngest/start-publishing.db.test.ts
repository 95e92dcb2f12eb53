import { afterAll, beforeAll, describe, expect, inject, type MockInstance, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { cursorOf, readEventStream } from '@/lib/queries/health/event-stream'
import { log } from '@/lib/telemetry/log'
import { book, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { type BreakableKafka, lacksBreakable, startBreakableKafka } from '@/tests/fixtures/kafka'
import { visitOf } from '@/tests/fixtures/visit'

const topic = 'appointment-saga-events'
const stream = cursorOf(topic)
const about = (lines: MockInstance) => lines.mock.calls.filter(([said]) => said?.stream === stream)

describe.skipIf(lacksBreakable)(`a clinic that streams to Kafka${lacksBreakable}`, () => {
  let database: TestDatabase
  let kafka: BreakableKafka
  beforeAll(async () => {
    kafka = await startBreakableKafka()
    Object.assign(process.env, { KAFKA_BROKERS: kafka.brokers, STREAM_EVERY_MS: '50', CIRCUIT_OPEN_MS: '1000' })
    database = await createTestDatabase(inject('postgresUrl'))
    await book(database.db, 0)
    const { startPublishing } = await import('./start-publishing')
    startPublishing()
  })
  afterAll(async () => {
    await kafka.stop()
    await database.drop()
  })

  /** What kcat reads once everything is across: every event, and those of one visit in the order of the store. */
  async function expectWhole(): Promise<void> {
    const stored = await database.db.event.findMany({ orderBy: { globalPosition: 'asc' } })
    await vi.waitFor(
      async () => {
        const read = (await kafka.read()).map(({ key, value }) => ({ key, id: JSON.parse(value).id as string }))
        const order = stored.map(({ eventId }) => eventId)
        expect(read).toHaveLength(order.length)
        expect(new Set(read.map(({ id }) => id))).toEqual(new Set(order))
        for (const key of new Set(read.map((message) => message.key))) {
          const places = read.filter((message) => message.key === key).map(({ id }) => order.indexOf(id))
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
      },
      { timeout: minuteMs, interval: 100 },
    )
  }

  test('every event of every visit arrives once, what was there before too, and each visit’s in order', async () => {
    const visits = await Promise.all(
      [1, 2, 3, 4].map(async (number) => visitOf(database.db, await book(database.db, number))),
    )
    await Promise.all(visits.map((visit) => visit.confirm()))
    await carryAll(database.db)
    await Promise.all(visits.slice(2).map((visit) => visit.cancel()))
    await carryAll(database.db)
    await expectWhole()
  })

  test('a broker that is away delays no booking; all is made up for when it is back, and each is logged once', async () => {
    const [warn, info] = [vi.spyOn(log(), 'warn'), vi.spyOn(log(), 'info')]
    await kafka.tell('down')
    for (const number of [5, 6, 7, 8]) await visitOf(database.db, await book(database.db, number)).confirm()
    await vi.waitFor(
      async () => expect((await readEventStream(database.db, topic, isoNow())).failingSince).toBeTruthy(),
      {
        timeout: minuteMs,
      },
    )
    await carryAll(database.db)
    const later = new Date(Date.now() + minuteMs).toISOString()
    expect(await readEventStream(database.db, topic, later)).toMatchObject({ failure: 'no_answer', isMore: false })
    await kafka.tell('up')
    await expectWhole()
    await vi.waitFor(() => expect(about(info)).toHaveLength(1), { timeout: minuteMs })
    expect(about(warn)).toHaveLength(1)
    expect(await readEventStream(database.db, topic, later)).toMatchObject({ failingSince: null, behind: 0 })
  })
})
