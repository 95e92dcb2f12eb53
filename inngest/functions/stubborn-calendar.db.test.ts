import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { keepCalendar } from '@/lib/commands/calendar/connect-calendar'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import {
  type Stubbornness,
  type StubbornProxy,
  startStubbornProxy,
  stubbornness,
} from '@/tests/fixtures/stubborn-proxy'
import { visitOf } from '@/tests/fixtures/visit'
import type { RunningWorld } from '@/tests/world/start-world'
import { startTestWorld } from '@/tests/world/test-world'
import { catchUp } from './align-calendars'

const { id: doctorId } = doctors.helene
/** Patience, and half a minute for the last try. */
const boundMs = 10.5 * minuteMs

let database: TestDatabase
let world: RunningWorld
let proxy: StubbornProxy
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  world = await startTestWorld()
  proxy = await startStubbornProxy(world.url)
}, 60_000)
afterEach(async () => {
  vi.useRealTimers()
  proxy.be(null)
  await database.db.serviceCircuit.deleteMany()
})
afterAll(async () => {
  await proxy.stop()
  await world.stop()
  await database.drop()
})

const stands = async (id: string) => (await world.state()).find(({ uid }) => uid === id)?.status ?? null
const leftAt = async () => (await database.db.calendarAccount.findUniqueOrThrow({ where: { doctorId } })).leftBehindAt

for (const [index, how] of (Object.keys(stubbornness) as Stubbornness[]).entries()) {
  test(`a calendar that ${how} holds up nobody for long, undoes nothing, and is put right later`, async () => {
    const { db } = database
    const account = { url: `${proxy.url}/caldav/helene/`, name: 'visits', username: 'helene', password: 'secret' }
    await keepCalendar(db, { doctorId, ...account }, isoNow())
    const there = visitOf(db, await book(db, 3 * index))
    const leaving = await book(db, 3 * index + 1)
    await carryToRest(db)

    proxy.be(how)
    const begin = Date.now()
    const id = await book(db, 3 * index + 2)
    await there.confirm()
    await visitOf(db, leaving).cancel()
    await carryToRest(db)
    const sagas = await db.saga.findMany({ where: { subjectId: { in: [id, leaving, (await there.row()).id] } } })
    for (const { type, status, outcome } of sagas) expect({ type, status, outcome }).toMatchObject(done)
    expect(await visitOf(db, id).told()).toContain('requested')
    expect(await there.told()).toContain('confirmed')
    expect(await visitOf(db, leaving).told()).toContain('cancelled')
    const sent = await db.message.findMany({ where: { subjectId: { in: [id, leaving] }, status: 'sent' } })
    for (const { sentAt } of sent) expect((sentAt?.getTime() ?? 0) - begin).toBeLessThan(boundMs)
    expect(await leftAt()).not.toBeNull()

    proxy.be(null)
    runAhead(2 * minuteMs)
    expect(await catchUp(doctorId, (_, work) => work())).toBe(true)
    expect([await stands(id), await stands((await there.row()).id), await stands(leaving)]).toEqual([
      'tentative',
      'confirmed',
      null,
    ])
    expect(await leftAt()).toBeNull()
  })
}

const done = { status: 'COMPLETED', outcome: 'done' }
