import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { findOwnCalendar } from '@/lib/adapters/own-calendar'
import { findKeptCalendar } from '@/lib/queries/own-calendar'
import { doctors } from '@/prisma/cast'
import { carryToRest } from '@/scripts/carry-to-rest'
import { book, offeredSlots } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { type LossyProxy, startLossyProxy } from '@/scripts/test-lossy'
import { hasRadicale, type Radicale, radicaleUser, startRadicale } from '@/scripts/test-radicale'
import { visitOf } from '@/scripts/test-visit'
import { alignAll, alignCalendar, listAlignments, type Work } from './align-calendar'
import { alignVisit } from './align-visit'
import { keepCalendar } from './connect-calendar'

const doctorId = doctors.helene.id
const durations = { deadlineMs: 10_000, lateMs: 60_000 }
const now = () => new Date().toISOString()
const isHere = hasRadicale ? 'Radicale' : 'Radicale, which is not installed here (apt-get install radicale)'

describe.skipIf(!hasRadicale)(`a doctor’s own calendar on ${isHere}`, () => {
  let database: TestDatabase
  let radicale: Radicale
  let proxy: LossyProxy
  let path: string
  beforeEach(async () => {
    database = await createTestDatabase(inject('postgresUrl'))
    radicale = await startRadicale()
    proxy = await startLossyProxy(radicale.url)
    path = new URL(await radicale.makeCalendar('visits')).pathname
  })
  afterEach(async () => {
    vi.useRealTimers()
    await proxy.stop()
    await radicale.stop()
    await database.drop()
  })

  const connect = () =>
    keepCalendar(database.db, { doctorId, url: proxy.url + path, name: 'visits', ...radicaleUser }, now())
  const objectOf = (id: string) => `${path}${id}.ics`
  const shown = async (id: string) => {
    const answer = await radicale.ask('GET', objectOf(id))
    if (!answer.ok) return null
    const ics = await answer.text()
    const [, status] = /^STATUS:(.*?)\r?$/m.exec(ics) ?? []
    const [, at = ''] = /^DTSTART:(.*?)Z\r?$/m.exec(ics) ?? []
    return { status, at: at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z') }
  }
  const align = async (work: Work = 'compare') => {
    const listed = await listAlignments(database.db, doctorId, work, now(), durations)
    if (!listed.ok) return listed
    return alignCalendar(database.db, { doctorId, work, ids: listed.value }, durations)
  }
  const outcome = (some: object) => ({ ok: true, value: { right: 0, written: 0, removed: 0, at_work: 0, ...some } })
  /** Visits that were booked and carried to rest. */
  const booked = async (...numbers: number[]) => {
    const ids: string[] = []
    for (const number of numbers) ids.push(await book(database.db, number))
    await carryToRest(database.db)
    return ids
  }

  test('follows a visit from its request to its end', async () => {
    await connect()
    const slots = await offeredSlots(database.db)
    const id = await book(database.db, 30)
    const visit = visitOf(database.db, id)
    await carryToRest(database.db)
    expect(await shown(id)).toEqual({ status: 'TENTATIVE', at: slots[30]?.startsAt })
    await visit.confirm()
    await carryToRest(database.db)
    expect(await shown(id)).toEqual({ status: 'CONFIRMED', at: slots[30]?.startsAt })
    await visit.moveTo(slots[60]?.startsAt ?? '')
    await carryToRest(database.db)
    expect(await shown(id)).toEqual({ status: 'CONFIRMED', at: slots[60]?.startsAt })
    expect(await align()).toEqual(outcome({ right: 1 }))
    await visit.cancel()
    await carryToRest(database.db)
    expect(await shown(id)).toBeNull()
    expect(await findKeptCalendar(database.db, doctorId)).toMatchObject({ failing: null, name: 'visits' })
  })

  test('is given the coming visits when it is connected, and a second comparison finds them right', async () => {
    const ids = await booked(20, 40, 61)
    await connect()
    expect(await align()).toEqual(outcome({ written: 3 }))
    for (const id of ids) expect(await shown(id)).toMatchObject({ status: 'TENTATIVE' })
    expect(await align()).toEqual(outcome({ right: 3 }))
  })

  test('is put right after its doctor deleted, dragged and copied, and what is theirs is left alone', async () => {
    await connect()
    const [deleted = '', dragged = '', right = '', stray = ''] = await booked(20, 40, 61, 70)
    const before = await shown(dragged)
    await radicale.ask('DELETE', objectOf(deleted))
    const ics = await (await radicale.ask('GET', objectOf(dragged))).text()
    const moved = ics.replace(/^SEQUENCE:.*$/m, 'SEQUENCE:99').replace(/^DTSTART:\d{8}/m, 'DTSTART:20300101')
    expect((await radicale.ask('PUT', objectOf(dragged), { body: moved })).status).toBe(201)
    const kept = await (await radicale.ask('GET', objectOf(stray))).text()
    await visitOf(database.db, stray).cancel()
    await carryToRest(database.db)
    await radicale.ask('PUT', objectOf(stray), { body: kept })
    const own = '0f8fad5b-d9cb-469f-a165-70867728950e'
    await radicale.ask('PUT', objectOf(own), { body: kept.replaceAll(stray, own) })

    expect(await align()).toEqual(outcome({ written: 2, removed: 1, right: 1 }))
    expect(await shown(deleted)).toMatchObject({ status: 'TENTATIVE' })
    expect(await shown(dragged)).toEqual(before)
    expect(await shown(right)).not.toBeNull()
    expect(await shown(stray)).toBeNull()
    expect(await shown(own)).not.toBeNull()
    expect(await align()).toEqual(outcome({ right: 3 }))
    const asked = await alignCalendar(database.db, { doctorId, work: 'compare', ids: [own] }, durations)
    expect(asked).toEqual(outcome({}))
    expect(await shown(own)).not.toBeNull()
  })

  test('is left to a saga that is at work on the visit', async () => {
    await connect()
    const [id = ''] = await booked(20)
    await radicale.ask('DELETE', objectOf(id))
    await visitOf(database.db, id).confirm()
    expect(await align()).toEqual(outcome({ at_work: 1 }))
    await carryToRest(database.db)
    expect(await shown(id)).toMatchObject({ status: 'CONFIRMED' })
  })

  test('is not given back a visit that is called off while it is compared', async () => {
    await connect()
    const [id = ''] = await booked(20)
    await radicale.ask('DELETE', objectOf(id))
    const listed = await listAlignments(database.db, doctorId, 'compare', now(), durations)
    // What comes first is seen to be missing; then the visit is called off, and only then would it be written.
    proxy.before('GET', async () => {
      await visitOf(database.db, id).cancel()
      await carryToRest(database.db)
    })
    expect(listed).toEqual({ ok: true, value: [id] })
    expect(await alignCalendar(database.db, { doctorId, work: 'compare', ids: [id] }, durations)).toEqual(
      outcome({ right: 1 }),
    )
    expect(await shown(id)).toBeNull()
  })

  test('keeps the sagas away while a write is on its way, and as long as a lost one may still arrive', async () => {
    await connect()
    const [id = ''] = await booked(20)
    await radicale.ask('DELETE', objectOf(id))
    const calendar = await findOwnCalendar(database.db, doctorId)
    if (!calendar) throw new Error('not connected')
    proxy.lose('PUT')
    const aligning = alignVisit(database.db, calendar, { doctorId, appointmentId: id, work: 'compare' }, durations)
    await expect(aligning).rejects.toMatchObject({ failure: { kind: 'unknown' } })
    const driver = await database.db.driver.findUniqueOrThrow({ where: { appointmentId: id } })
    expect(driver.until.getTime() - Date.now()).toBeGreaterThan(durations.lateMs)
    expect(await alignVisit(database.db, calendar, { doctorId, appointmentId: id, work: 'leave' }, durations)).toBe(
      'at_work',
    )
    await visitOf(database.db, id).cancel()
    await carryToRest(database.db)
    expect(await shown(id)).toBeNull()
  })

  test('is emptied of what is coming, and of nothing else, when its doctor leaves it', async () => {
    await connect()
    const [id = '', other = ''] = await booked(20, 40)
    await radicale.ask('PUT', objectOf('lunch'), { body: lunch })
    const leaving = await alignAll(database.db, doctorId, 'leave', { ...durations, patienceMs: 20_000 })
    expect(leaving).toMatchObject({ value: { outcome: { removed: 2 }, left: 0 } })
    expect([await shown(id), await shown(other)]).toEqual([null, null])
    expect((await radicale.ask('GET', objectOf('lunch'))).status).toBe(200)
    expect(await align()).toMatchObject({ refused: 'not_connected' })
    await visitOf(database.db, id).confirm()
    await carryToRest(database.db)
    expect(await shown(id)).toBeNull()
  })

  test('stays connected when it cannot be emptied', async () => {
    await connect()
    const [id = ''] = await booked(20)
    const leave = () => alignAll(database.db, doctorId, 'leave', { ...durations, patienceMs: 20_000 })
    await keepCalendar(
      database.db,
      { doctorId, url: proxy.url + path, name: '', ...radicaleUser, password: 'old' },
      now(),
    )
    expect(await leave()).toMatchObject({ refused: 'calendar_failed' })
    await connect()
    await visitOf(database.db, id).confirm()
    expect(await leave()).toMatchObject({ value: { outcome: { at_work: 1 }, left: 1 } })
    expect(await findKeptCalendar(database.db, doctorId)).toMatchObject({ comparedAt: null })
  })

  test('that fails says since when and how, until it is written again', async () => {
    await connect()
    await booked(20)
    const failing = async () => (await findKeptCalendar(database.db, doctorId))?.failing
    expect(await failing()).toBeNull()
    await keepCalendar(
      database.db,
      { doctorId, url: proxy.url + path, name: '', ...radicaleUser, password: 'old' },
      now(),
    )
    const refused = { service: 'calendar', kind: 'permanent', status: 401 }
    expect(await align()).toMatchObject({ refused: 'calendar_failed', data: refused })
    const since = (await failing())?.since
    expect(await failing()).toMatchObject({ failure: refused })
    expect(await align()).toMatchObject({ refused: 'calendar_failed' })
    expect((await failing())?.since).toBe(since)
    await connect()
    expect(await failing()).toBeNull()
  })

  test('that refuses a saga’s write says so, and is fine after the next', async () => {
    await connect()
    await radicale.makeReadOnly('visits')
    await booked(20)
    const failing = async () => (await findKeptCalendar(database.db, doctorId))?.failing
    expect(await failing()).toMatchObject({ failure: { kind: 'permanent', status: 403 } })
    await radicale.makeReadOnly('none')
    await booked(40)
    expect(await failing()).toBeNull()
  })
})

const lunch = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Phone//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T120000Z\r\nDTSTART:20300101T120000Z\r\nDTEND:20300101T130000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
