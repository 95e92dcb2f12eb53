import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { book, carryRun, offeredSlots } from '@/tests/fixtures/clinic'
import { outcome, startOwnCalendar, type TestOwnCalendar, timing } from '@/tests/fixtures/own-calendar'
import { hasRadicale, radicaleName } from '@/tests/fixtures/radicale'
import { visitOf } from '@/tests/fixtures/visit'
import { alignCalendar } from './align-calendar'
import { startAlignment } from './start-alignment'

const { id: doctorId } = doctors.helene

/** Dre Vasseur leaves her calendar; answers with what became of each visit, or why it could not be begun. */
async function leave({ db }: TestOwnCalendar) {
  const started = await startAlignment(db, { requestId: newId(), doctorId, work: 'leave', by: 'helene' }, timing)
  if (!started.ok) return started.refused
  const runId = started.value.runId ?? ''
  await carryRun(db, runId)
  const items = await db.runItem.findMany({ where: { runId }, orderBy: { position: 'asc' } })
  return items.map(({ outcome, said }) => `${outcome} ${said}`)
}

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
    const asked = await alignCalendar(own.db, { doctorId, work: 'compare', ids: [theirs] }, timing)
    expect(asked).toEqual(outcome({}))
    expect(await own.shown(theirs)).not.toBeNull()
  })

  test('follows a visit that its doctor moved to another name on the server, to its end', async () => {
    await own.connect()
    const [moved = '', other = ''] = await own.booked(20, 40)
    const elsewhere = own.objectOf('other')
    const destination = { destination: new URL(elsewhere, own.radicale.url).href }
    expect((await own.radicale.ask('MOVE', own.objectOf(moved), { headers: destination })).status).toBe(201)
    const status = async () => /^STATUS:(\w+)/m.exec(await (await own.radicale.ask('GET', elsewhere)).text())?.[1]

    expect(await own.align()).toEqual(outcome({ right: 2 }))
    await visitOf(own.db, moved).confirm()
    await carryToRest(own.db)
    expect(await status()).toBe('CONFIRMED')
    expect(await own.shown(moved)).toBeNull()
    expect(await own.kept()).toMatchObject({ failing: null })

    await own.connect('old')
    await visitOf(own.db, moved).cancel()
    await carryToRest(own.db)
    await own.connect()
    expect(await status()).toBe('CONFIRMED')
    expect(await own.align()).toEqual(outcome({ removed: 1, right: 1 }))
    expect((await own.radicale.ask('GET', elsewhere)).status).toBe(404)
    expect(await own.shown(other)).not.toBeNull()
  })

  test('is put right but for the visits that fail, whichever they are, and is not taken for compared', async () => {
    const ids = await own.booked(20, 40, 61, 70)
    await own.connect()
    for (const broken of [[0], [0, 1, 2], [3], [0, 3]]) {
      for (const id of ids) await own.radicale.ask('DELETE', own.objectOf(id))
      own.proxy.refuseFor(
        broken.map((index) => own.objectOf(ids[index] ?? '')),
        500,
      )
      expect(await own.align()).toEqual(outcome({ failed: broken.length, written: ids.length - broken.length }))
      expect(await own.kept()).toMatchObject({ comparedAt: null })
      own.proxy.refuseFor([], 500)
      await own.db.driver.deleteMany()
      expect(await own.align()).toEqual(outcome({ written: broken.length, right: ids.length - broken.length }))
    }
  })

  test('that goes away while it is compared is not asked for each of the visits that are left', async () => {
    const ids = await own.booked(20, 40, 61, 70)
    await own.connect()
    let looks = 0
    const count = () => {
      looks++
      own.proxy.before('GET', async () => count())
    }
    own.proxy.before('GET', async () => count())
    for (const method of ['GET', 'PROPFIND']) own.proxy.refuse(method, 503)
    const refused = { refused: 'calendar_failed', data: { status: 503 } }
    expect(await alignCalendar(own.db, { doctorId, work: 'compare', ids }, timing)).toMatchObject(refused)
    expect(looks).toBe(1)
  })

  test('is emptied of what is coming, and of nothing else, when its doctor leaves it', async () => {
    await own.connect()
    const [id = '', other = ''] = await own.booked(20, 40)
    await own.radicale.ask('PUT', own.objectOf('lunch'), { body: lunch })
    expect(await leave(own)).toEqual(['done removed', 'done removed'])
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
    await own.connect('old')
    expect(await leave(own)).toBe('calendar_failed')
    await own.connect()
    await visitOf(own.db, id).confirm()
    expect(await leave(own)).toEqual(['done at_work'])
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
