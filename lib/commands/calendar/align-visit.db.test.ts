import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { findOwnCalendar } from '@/lib/adapters/calendar/own-calendar'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, deliver } from '@/tests/fixtures/carry-to-rest'
import { outcome, startOwnCalendar, type TestOwnCalendar, timing } from '@/tests/fixtures/own-calendar'
import { hasRadicale, radicaleName } from '@/tests/fixtures/radicale'
import { visitOf } from '@/tests/fixtures/visit'
import { alignCalendar, listAlignments } from './align-calendar'
import { alignVisit } from './align-visit'

const { id: doctorId } = doctors.helene

describe.skipIf(!hasRadicale)(`a visit that is compared while a saga works on it, on ${radicaleName}`, () => {
  let own: TestOwnCalendar
  beforeEach(async () => {
    own = await startOwnCalendar(inject('postgresUrl'))
  })
  afterEach(async () => {
    vi.useRealTimers()
    await own.stop()
  })

  test('is left to a saga that is at work on the visit', async () => {
    await own.connect()
    const [id = ''] = await own.booked(20)
    await own.radicale.ask('DELETE', own.objectOf(id))
    await visitOf(own.db, id).confirm()
    expect(await own.align()).toEqual(outcome({ at_work: 1 }))
    await carryToRest(own.db)
    expect(await own.shown(id)).toMatchObject({ status: 'CONFIRMED' })
  })

  test('is not given back a visit that is called off while it is compared', async () => {
    await own.connect()
    const [id = ''] = await own.booked(20)
    await own.radicale.ask('DELETE', own.objectOf(id))
    const listed = await listAlignments(own.db, doctorId, 'compare', isoNow(), timing)
    // What comes first is seen to be missing; then the visit is called off, and only then would it be written.
    own.proxy.before('GET', async () => {
      await visitOf(own.db, id).cancel()
      await carryToRest(own.db)
    })
    expect(listed).toEqual({ ok: true, value: [id] })
    expect(await alignCalendar(own.db, { doctorId, work: 'compare', ids: [id] }, timing)).toEqual(outcome({ right: 1 }))
    expect(await own.shown(id)).toBeNull()
  })

  test('is not given back a visit that is called off while it is being written', async () => {
    await own.connect()
    const [id = ''] = await own.booked(20)
    await own.radicale.ask('DELETE', own.objectOf(id))
    const visit = visitOf(own.db, id)
    own.proxy.before('PUT', async () => {
      await visit.cancel()
      await deliver((await visit.saga('appointment-cancelled')).sagaId)
    })
    expect(await own.align()).toEqual(outcome({ written: 1 }))
    await carryToRest(own.db)
    expect(await own.shown(id)).toBeNull()
  })

  test('keeps the sagas away while a write is on its way, and as long as a lost one may still arrive', async () => {
    await own.connect()
    const [id = ''] = await own.booked(20)
    await own.radicale.ask('DELETE', own.objectOf(id))
    const calendar = await findOwnCalendar(own.db, doctorId)
    if (!calendar) throw new Error('not connected')
    own.proxy.lose('PUT')
    const aligning = alignVisit(own.db, calendar, { doctorId, appointmentId: id, work: 'compare' }, timing)
    await expect(aligning).rejects.toMatchObject({ failure: { kind: 'unknown' } })
    const driver = await own.db.driver.findFirstOrThrow({ where: { subjectId: id } })
    expect(driver.until.getTime() - Date.now()).toBeGreaterThan(timing.lateMs)
    expect(await alignVisit(own.db, calendar, { doctorId, appointmentId: id, work: 'leave' }, timing)).toBe('at_work')
    await visitOf(own.db, id).cancel()
    await carryToRest(own.db)
    expect(await own.shown(id)).toBeNull()
  })
})
