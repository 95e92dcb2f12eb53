import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { lastSweep } from '@/lib/commands/saga/note-sweep'
import { minuteMs } from '@/lib/domain/time'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'

type Heard = { method: string; path: string; events: { name: string; data: { sagaId?: string } }[] }

/** An Inngest that has forgotten everything, and the app's own address: both are this server. */
const heard: Heard[] = []
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  heard.push({ method: request.method ?? '', path: request.url ?? '', events: text ? [JSON.parse(text)].flat() : [] })
  response.end(JSON.stringify({ ids: [], status: 200 }))
})

let database: TestDatabase
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const durations = { WATCH_EVERY_MS: '50', SWEEP_LATE_MS: '200', RECOVERY_AFTER_MS: '1', RELAY_EVERY_MS: '60000' }
  const inngest = { INNGEST_BASE_URL: url, INNGEST_EVENT_KEY: 'key', INNGEST_DEV: '0', INNGEST_SERVE_ORIGIN: url }
  Object.assign(process.env, durations, inngest)
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await database.drop()
})

test('when no sweep has run for a while, the app registers again and wakes what is late by itself', async () => {
  const id = await book(database.db, 0)
  const { sagaId } = await database.db.saga.findFirstOrThrow({ where: { subjectId: id } })
  const { startWatchdog } = await import('./watchdog')
  startWatchdog()
  await vi.waitFor(
    () => {
      expect(heard).toContainEqual(expect.objectContaining({ method: 'PUT', path: '/api/inngest' }))
      const woken = heard.flatMap(({ events }) => events).filter(({ name }) => name === 'saga/woken')
      expect(woken.map(({ data }) => data.sagaId)).toContain(sagaId)
    },
    { timeout: minuteMs, interval: 50 },
  )
  // Noted when all of it is done, a moment after the last was heard.
  await vi.waitFor(async () => expect(await lastSweep(database.db)).toBeInstanceOf(Date), { timeout: minuteMs })
})
