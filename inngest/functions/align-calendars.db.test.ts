import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { keepCalendar } from '@/lib/commands/calendar/connect-calendar'
import type { Db } from '@/lib/db/client'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { findKeptCalendar, listLeftBehind } from '@/lib/queries/calendar/own-calendar'
import { log } from '@/lib/telemetry/log'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase } from '@/tests/fixtures/database'
import { startOwnCalendar, type TestOwnCalendar } from '@/tests/fixtures/own-calendar'
import { hasRadicale, radicaleName, radicaleUser } from '@/tests/fixtures/radicale'
import { visitOf } from '@/tests/fixtures/visit'
import { catchUp } from './align-calendars'

const { id: doctorId } = doctors.helene
afterEach(() => vi.useRealTimers())

const catchUpNow = () => catchUp(doctorId, (_, work) => work())
const writesOf = (db: Db, sagaId: string) => db.sagaStepAttempt.count({ where: { sagaId, service: 'calendar' } })

describe.skipIf(!hasRadicale)(`a doctor’s own calendar that is a copy of ours, on ${radicaleName}`, () => {
  let own: TestOwnCalendar
  beforeEach(async () => {
    own = await startOwnCalendar(inject('postgresUrl'))
    await own.connect()
  })
  afterEach(() => own.stop())

  test('undoes no booking that it refuses, and is put right when it takes visits again', async () => {
    await own.radicale.makeReadOnly('visits')
    const [refused = ''] = await own.booked(20)
    expect(await visitOf(own.db, refused).saga('appointment-created')).toMatchObject({ outcome: 'done' })
    expect(await own.kept()).toMatchObject({ failing: { failure: { status: 403 } }, comparedAt: null })
    runAhead(2 * minuteMs)
    expect(await listLeftBehind(own.db, isoNow())).toEqual([doctorId])
    expect(await catchUpNow()).toBe(false)

    await own.radicale.makeReadOnly('none')
    expect(await own.shown(refused)).toBeNull()
    runAhead(2 * minuteMs)
    expect(await catchUpNow()).toBe(true)
    expect(await own.shown(refused)).toMatchObject({ status: 'TENTATIVE' })
    expect(await listLeftBehind(own.db, isoNow())).toEqual([])
    expect((await own.kept())?.comparedAt).not.toBeNull()
  })

  test('that refuses for good is asked each time for an hour, and then once an hour', async () => {
    await own.radicale.makeReadOnly('visits')
    await own.booked(20)
    const asked: number[] = []
    const begin = Date.now()
    for (let minutes = 5; minutes <= 180; minutes += 5) {
      vi.setSystemTime(begin + minutes * minuteMs)
      if ((await listLeftBehind(own.db, isoNow())).length > 0) asked.push(minutes)
    }
    expect(asked).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 120, 180])
  })

  test('keeps no patient waiting for a word while its password is refused', async () => {
    const [id = ''] = await own.booked(20)
    const visit = visitOf(own.db, id)
    await own.connect('old')
    await visit.cancel()
    await carryToRest(own.db)
    const { sagaId } = await visit.saga('appointment-cancelled')
    expect(await writesOf(own.db, sagaId)).toBe(1)
    expect(await visit.told()).toContain('cancelled')
    expect(await own.shown(id)).not.toBeNull()
    runAhead(2 * minuteMs)
    expect(await listLeftBehind(own.db, isoNow())).toEqual([])
  })

  test('is not filled again by itself while its doctor leaves it', async () => {
    await own.booked(20)
    await own.db.calendarAccount.update({
      where: { doctorId },
      data: { leftBehindAt: new Date(Date.now() - minuteMs) },
    })
    expect(await listLeftBehind(own.db, isoNow())).toEqual([doctorId])
    await own.align('leave')
    expect(await listLeftBehind(own.db, isoNow())).toEqual([])
  })

  test('that nobody can open is left alone, and the next doctor’s has its turn', async () => {
    const failed = vi.spyOn(log(), 'error').mockReturnValue(undefined)
    await own.db.calendarAccount.update({ where: { doctorId }, data: { password: new Uint8Array(40) } })
    expect(await catchUpNow()).toBe(false)
    expect(failed).toHaveBeenCalledOnce()
    failed.mockRestore()
  })

  test('misses what was left out while it was being put right, and is put right again', async () => {
    await own.booked(20)
    await own.db.calendarAccount.update({
      where: { doctorId },
      data: { leftBehindAt: new Date(Date.now() - minuteMs) },
    })
    own.proxy.before('GET', () =>
      own.db.calendarAccount.update({ where: { doctorId }, data: { leftBehindAt: new Date(Date.now() + minuteMs) } }),
    )
    expect(await catchUpNow()).toBe(false)
    runAhead(2 * minuteMs)
    expect(await listLeftBehind(own.db, isoNow())).toEqual([doctorId])
    expect(await catchUpNow()).toBe(true)
  })
})

test('a doctor’s server that is away is waited for ten minutes, and then nobody waits for it any more', async () => {
  const { db, drop } = await createTestDatabase(inject('postgresUrl'))
  const away = { url: 'http://127.0.0.1:1/visits/', name: 'visits', ...radicaleUser }
  await keepCalendar(db, { doctorId, ...away }, isoNow())
  const begin = Date.now()
  const first = visitOf(db, await book(db, 20))
  await carryToRest(db)
  const saga = await first.saga('appointment-created')
  expect(saga).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(await writesOf(db, saga.sagaId)).toBeGreaterThan(3)
  expect(Date.now() - begin).toBeGreaterThanOrEqual(10 * minuteMs)
  expect(Date.now() - begin).toBeLessThan(16 * minuteMs)
  expect(await first.calendar()).toHaveLength(1)

  const next = visitOf(db, await book(db, 40))
  await carryToRest(db)
  expect(await writesOf(db, (await next.saga('appointment-created')).sagaId)).toBe(1)
  expect(await findKeptCalendar(db, doctorId)).toMatchObject({ failing: { failure: { status: null } } })
  runAhead(2 * minuteMs)
  expect(await listLeftBehind(db, isoNow())).toEqual([doctorId])
  expect(await catchUpNow()).toBe(false)
  await drop()
})
