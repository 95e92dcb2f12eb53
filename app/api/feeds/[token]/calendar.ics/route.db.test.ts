import ICAL from 'ical.js'
import { getAccessFallbackHTTPStatus } from 'next/dist/client/components/http-access-fallback/http-access-fallback'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { renewFeed, revokeFeed } from '@/lib/commands/calendar/renew-feed'
import { dayMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { doctors, patients } from '@/prisma/demo/cast'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { GET } from './route'

const doctorId = doctors.helene.id
const token = 'a'.repeat(43)
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
beforeEach(() => renewFeed(database.db, { doctorId, token }, isoNow()))
afterAll(async () => {
  vi.useRealTimers()
  await database.drop()
})
const read = (secret = token, headers = {}) =>
  GET(new Request('http://localhost/', { headers }), { params: Promise.resolve({ token: secret }) }).catch(
    // As Next answers where there is no such page.
    (thrown) => new Response(null, { status: getAccessFallbackHTTPStatus(thrown) }),
  )
/** The feed as an independent reader of iCalendar understands it. */
async function events() {
  const calendar = new ICAL.Component(ICAL.parse(await (await read()).text()))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(component)
    const [status, url] = ['status', 'url'].map((name) => String(component.getFirstPropertyValue(name)))
    return {
      uid,
      summary,
      start: startDate.toJSDate().toISOString(),
      end: endDate.toJSDate(),
      zone: startDate.zone.tzid,
      status,
      url,
    }
  })
}

test('the feed tells of each visit when it is, what it is and how it stands, and of no person', async () => {
  const slots = await offeredSlots(database.db)
  const requested = await book(database.db, 20)
  const confirmed = await book(database.db, 40)
  const cancelled = await book(database.db, 60)
  await visitOf(database.db, confirmed).confirm()
  await visitOf(database.db, cancelled).cancel()
  await carryToRest(database.db)
  expect(await events()).toEqual([
    expect.objectContaining({
      uid: `${requested}@carnet`,
      start: slots[20]?.startsAt,
      zone: 'UTC',
      summary: 'Consultation · demandé',
      status: 'TENTATIVE',
      url: `http://localhost:3000/calendar/visits/${requested}`,
    }),
    expect.objectContaining({
      uid: `${confirmed}@carnet`,
      start: slots[40]?.startsAt,
      summary: 'Consultation · confirmé',
      status: 'CONFIRMED',
    }),
  ])
  const text = await (await read()).text()
  for (const word of [...patients.amina.name.split(' '), patients.amina.email]) expect(text).not.toContain(word)
})

test('a feed that has not changed is not sent again, and one that has is', async () => {
  const first = await read()
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const etag = first.headers.get('etag') ?? ''
  for (const known of [etag, `W/${etag}`, `"another", ${etag}`]) {
    const again = await read(token, { 'if-none-match': known })
    expect([again.status, await again.text()]).toEqual([304, ''])
  }
  await book(database.db, 61)
  expect((await read(token, { 'if-none-match': etag })).status).toBe(200)
})

test('it reaches from thirty days back to a year ahead', async () => {
  const before = (await events()).length
  const later = (days: number) => new Date(Date.now() + days * dayMs)
  const at = async (days: number) => {
    await database.db.appointment.updateMany({
      where: { status: 'confirmed' },
      data: { startsAt: later(days), endsAt: later(days) },
    })
    return (await events()).length
  }
  expect(await at(-29)).toBe(before)
  expect(await at(-31)).toBe(before - 1)
  expect(await at(364)).toBe(before)
  expect(await at(366)).toBe(before - 1)
})

test('an address that was never given, or is over, is answered like any other that is not there', async () => {
  const never = await read('b'.repeat(43))
  await renewFeed(database.db, { doctorId, token: 'c'.repeat(43) }, isoNow())
  const renewed = await read()
  expect((await read('c'.repeat(43))).status).toBe(200)
  await revokeFeed(database.db, doctorId)
  for (const answer of [never, renewed, await read('c'.repeat(43)), await read(''), await read('../../etc')]) {
    expect([answer.status, await answer.text(), [...answer.headers]]).toEqual([404, '', []])
  }
})

test('the token itself is kept nowhere', async () => {
  const [row] = await database.db.$queryRaw<object[]>`select * from calendar_feed`
  expect(JSON.stringify(row)).not.toContain(token)
  expect(Buffer.from((await database.db.calendarFeed.findFirstOrThrow()).tokenHash).toString()).not.toContain(token)
})
