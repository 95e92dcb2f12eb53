import { createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { GET } from '@/app/api/health/ready/route'
import { offerSetUp } from '@/lib/commands/opening/offer-set-up'
import { noteEngineCall } from '@/lib/commands/saga/note-engine-call'
import { noteSweep } from '@/lib/commands/saga/note-sweep'
import { connect } from '@/lib/db/client'
import { minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { type Readiness, readReadiness } from './readiness'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())
const later = (ms: number) => new Date(Date.now() + ms)
const asked = (more: Partial<Readiness> = {}): Readiness => ({
  now: new Date(),
  startedAt: new Date(),
  engineLateMs: 6 * minuteMs,
  sweepLateMs: 5 * minuteMs,
  outboxLateMs: 5 * minuteMs,
  deadlineMs: 10_000,
  ...more,
})

const parts = ['database', 'migrations', 'clinic', 'engine', 'sweep', 'outbox']

/** The names of the parts that fail. */
async function failing(more: Partial<Readiness> = {}, db = database.db): Promise<string[]> {
  return (await readReadiness(db, asked(more))).filter(({ ok }) => !ok).map(({ name }) => name)
}

test('a clinic that has just begun is ready', async () => {
  await book(database.db, 0)
  expect(await readReadiness(database.db, asked())).toEqual(parts.map((name) => ({ name, ok: true })))
})

test('without a database nothing is well, and nobody is kept waiting', async () => {
  const nobody = connect('postgresql://carnet:secret@127.0.0.1:1/none')
  expect(await failing({}, nobody)).toEqual(parts)
  await nobody.$disconnect()

  const held = new Set<Socket>()
  const silent = createServer((socket) => held.add(socket))
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as { port: number }
  const mute = connect(`postgresql://carnet:secret@127.0.0.1:${port}/none`)
  expect(await failing({ deadlineMs: 50 }, mute)).toEqual(parts)
  for (const socket of held) socket.destroy()
  silent.close()
  await mute.$disconnect()
})

test('a migration of this build that is missing, or that was not finished, is told', async () => {
  const { db } = database
  const newest = await db.$queryRaw<{ id: string }[]>`
    select id from _prisma_migrations order by migration_name desc limit 1`
  await db.$executeRaw`update _prisma_migrations set finished_at = null where id = ${newest[0]?.id}`
  expect(await failing()).toEqual(['migrations'])
  await db.$executeRaw`delete from _prisma_migrations where id = ${newest[0]?.id}`
  expect(await failing()).toEqual(['migrations'])
})

test('a clinic that nobody has opened yet is not ready', async () => {
  await offerSetUp(database.db, 'a-link', isoNow())
  expect(await failing()).toEqual([])
  await database.db.$executeRaw`insert into clinic_opening (id, request_id) values (1, ${newId()}::uuid)`
  expect(await failing()).toEqual(['clinic'])
})

test('a migration of a newer build is no concern', async () => {
  await database.db.$executeRaw`
    insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '2999_newer', ${new Date()})`
  expect(await failing()).toEqual([])
})

test('when no sweep has run for long, or none ever since the start, it is told', async () => {
  const { db } = database
  await noteEngineCall(db, later(10 * minuteMs))
  expect(await failing({ now: later(6 * minuteMs) })).toEqual(['sweep'])
  await noteSweep(db, later(4 * minuteMs))
  expect(await failing({ now: later(6 * minuteMs) })).toEqual([])
  expect(await failing({ now: later(10 * minuteMs) })).toEqual(['sweep'])
  expect(await failing({ now: later(10 * minuteMs), startedAt: later(9 * minuteMs) })).toEqual([])
})

test('an Inngest that does not call is told though the app sweeps by itself, but not in the first minutes after a start', async () => {
  const { db } = database
  await noteSweep(db, later(10 * minuteMs))
  expect(await failing({ now: later(5 * minuteMs) })).toEqual([])
  expect(await failing({ now: later(7 * minuteMs) })).toEqual(['engine'])
  await noteEngineCall(db, later(5 * minuteMs))
  expect(await failing({ now: later(10 * minuteMs) })).toEqual([])
  expect(await failing({ now: later(12 * minuteMs) })).toEqual(['engine'])
  expect(await failing({ now: later(12 * minuteMs), startedAt: later(11 * minuteMs) })).toEqual([])
})

test('when an event waits for long, it is told until a saga has acknowledged it', async () => {
  const { db } = database
  await book(db, 0)
  const soon = { now: later(6 * minuteMs), startedAt: later(5 * minuteMs) }
  expect(await failing(soon)).toEqual(['outbox'])
  await db.outbox.updateMany({ data: { status: 'SENT' } })
  expect(await failing(soon)).toEqual(['outbox'])
  await db.outbox.updateMany({ data: { status: 'ACKED' } })
  expect(await failing(soon)).toEqual([])
})

test('the page says 200 or 503, and names parts and nothing else', async () => {
  const well = await GET()
  expect(well.status).toBe(200)
  expect(await well.json()).toMatchObject({ status: 'ready' })
  await database.db.$executeRaw`drop table _prisma_migrations`
  const ill = await GET()
  expect(ill.status).toBe(503)
  expect(ill.headers.get('cache-control')).toBe('no-store')
  const checks = parts.map((name) => ({ name, ok: name !== 'migrations' }))
  expect(await ill.json()).toEqual({ status: 'not ready', checks })
})
