import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { doctors } from '@/prisma/cast'
import { carryToRest } from '@/scripts/carry-to-rest'
import { book, offeredSlots } from '@/scripts/test-clinic'
import { durations, outcome, startOwnCalendar, type TestOwnCalendar } from '@/scripts/test-own-calendar'
import { hasRadicale, radicaleName } from '@/scripts/test-radicale'
import { visitOf } from '@/scripts/test-visit'
import { alignAll, alignCalendar } from './align-calendar'

const { id: doctorId } = doctors.helene

describe.skipIf(!hasRadicale)(`a doctor’s own calendar on ${radicaleName}`, () => {
  let own: TestOwnCalendar
  beforeEach(async () => {
    own = await startOwnCalendar(inject('postgresUrl'))
  })
  afterEach(async () => {
    vi.useRealTimers()
    await own.stop()
  })

  test('follows a visit from its request to its end', async () => {
    await own.connect()
    const slots = await offeredSlots(own.db)
    const id = await book(own.db, 30)
    const visit = visitOf(own.db, id)
    await carryToRest(own.db)
    expect(await own.shown(id)).toEqual({ status: 'TENTATIVE', at: slots[30]?.startsAt })
    await visit.confirm()
    await carryToRest(own.db)
    expect(await own.shown(id)).toEqual({ status: 'CONFIRMED', at: slots[30]?.startsAt })
    await visit.moveTo(slots[60]?.startsAt ?? '')
    await carryToRest(own.db)
    expect(await own.shown(id)).toEqual({ status: 'CONFIRMED', at: slots[60]?.startsAt })
    expect(await own.align()).toEqual(outcome({ right: 1 }))
    await visit.cancel()
    await carryToRest(own.db)
    expect(await own.shown(id)).toBeNull()
    expect(await own.kept()).toMatchObject({ failing: null, name: 'visits' })
  })

  test('is given the coming visits when it is connected, and a second comparison finds them right', async () => {
    const ids = await own.booked(20, 40, 61)
    await own.connect()
    expect(await own.align()).toEqual(outcome({ written: 3 }))
    for (const id of ids) expect(await own.shown(id)).toMatchObject({ status: 'TENTATIVE' })
    expect(await own.align()).toEqual(outcome({ right: 3 }))
  })

  test('is put right after its doctor deleted, dragged and copied, and what is theirs is left alone', async () => {
    await own.connect()
    const [deleted = '', dragged = '', right = '', stray = ''] = await own.booked(20, 40, 61, 70)
    const before = await own.shown(dragged)
    await own.radicale.ask('DELETE', own.objectOf(deleted))
    const ics = await (await own.radicale.ask('GET', own.objectOf(dragged))).text()
    const moved = ics.replace(/^SEQUENCE:.*$/m, 'SEQUENCE:99').replace(/^DTSTART:\d{8}/m, 'DTSTART:20300101')
    expect((await own.radicale.ask('PUT', own.objectOf(dragged), { body: moved })).status).toBe(201)
    const kept = await (await own.radicale.ask('GET', own.objectOf(stray))).text()
    await visitOf(own.db, stray).cancel()
    await carryToRest(own.db)
    await own.radicale.ask('PUT', own.objectOf(stray), { body: kept })
    const theirs = '0f8fad5b-d9cb-469f-a165-70867728950e'
    await own.radicale.ask('PUT', own.objectOf(theirs), { body: kept.replaceAll(stray, theirs) })

    expect(await own.align()).toEqual(outcome({ written: 2, removed: 1, right: 1 }))
    expect(await own.shown(deleted)).toMatchObject({ status: 'TENTATIVE' })
    expect(await own.shown(dragged)).toEqual(before)
    expect(await own.shown(right)).not.toBeNull()
    expect(await own.shown(stray)).toBeNull()
    expect(await own.shown(theirs)).not.toBeNull()
    expect(await own.align()).toEqual(outcome({ right: 3 }))
    const asked = await alignCalendar(own.db, { doctorId, work: 'compare', ids: [theirs] }, durations)
    expect(asked).toEqual(outcome({}))
    expect(await own.shown(theirs)).not.toBeNull()
  })

  test('is emptied of what is coming, and of nothing else, when its doctor leaves it', async () => {
    await own.connect()
    const [id = '', other = ''] = await own.booked(20, 40)
    await own.radicale.ask('PUT', own.objectOf('lunch'), { body: lunch })
    const leaving = await alignAll(own.db, doctorId, 'leave', { ...durations, patienceMs: 20_000 })
    expect(leaving).toMatchObject({ value: { outcome: { removed: 2 }, left: 0 } })
    expect([await own.shown(id), await own.shown(other)]).toEqual([null, null])
    expect((await own.radicale.ask('GET', own.objectOf('lunch'))).status).toBe(200)
    expect(await own.align()).toMatchObject({ refused: 'not_connected' })
    await visitOf(own.db, id).confirm()
    await carryToRest(own.db)
    expect(await own.shown(id)).toBeNull()
  })

  test('stays connected when it cannot be emptied', async () => {
    await own.connect()
    const [id = ''] = await own.booked(20)
    const leave = () => alignAll(own.db, doctorId, 'leave', { ...durations, patienceMs: 20_000 })
    await own.connect('old')
    expect(await leave()).toMatchObject({ refused: 'calendar_failed' })
    await own.connect()
    await visitOf(own.db, id).confirm()
    expect(await leave()).toMatchObject({ value: { outcome: { at_work: 1 }, left: 1 } })
    expect(await own.kept()).toMatchObject({ comparedAt: null })
  })

  test('that fails says since when and how, until it is written again', async () => {
    await own.connect()
    await own.booked(20)
    const failing = async () => (await own.kept())?.failing
    expect(await failing()).toBeNull()
    await own.connect('old')
    const refused = { service: 'calendar', kind: 'transient', status: 401 }
    expect(await own.align()).toMatchObject({ refused: 'calendar_failed', data: refused })
    const since = (await failing())?.since
    expect(await failing()).toMatchObject({ failure: refused })
    expect(await own.align()).toMatchObject({ refused: 'calendar_failed' })
    expect((await failing())?.since).toBe(since)
    await own.connect()
    expect(await failing()).toBeNull()
  })

  test('that refuses a saga’s write says so, and is fine after the next', async () => {
    await own.connect()
    await own.radicale.makeReadOnly('visits')
    await own.booked(20)
    const failing = async () => (await own.kept())?.failing
    expect(await failing()).toMatchObject({ failure: { kind: 'permanent', status: 403 } })
    await own.radicale.makeReadOnly('none')
    await own.booked(40)
    expect(await failing()).toBeNull()
  })
})

const lunch = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Phone//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T120000Z\r\nDTSTART:20300101T120000Z\r\nDTEND:20300101T130000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
