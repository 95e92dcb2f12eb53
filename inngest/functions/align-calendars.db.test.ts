import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { keepCalendar } from '@/lib/commands/connect-calendar'
import type { Db } from '@/lib/db/client'
import { log } from '@/lib/log'
import { findKeptCalendar, listLeftBehind } from '@/lib/queries/own-calendar'
import { doctors } from '@/prisma/cast'
import { carryToRest, runAhead } from '@/scripts/carry-to-rest'
import { book } from '@/scripts/test-clinic'
import { createTestDatabase } from '@/scripts/test-database'
import { now, startOwnCalendar, type TestOwnCalendar } from '@/scripts/test-own-calendar'
import { hasRadicale, radicaleName, radicaleUser } from '@/scripts/test-radicale'
import { visitOf } from '@/scripts/test-visit'
import { catchUp } from './align-calendars'

const { id: doctorId } = doctors.helene
const minuteMs = 60_000
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
    expect(await listLeftBehind(own.db, now())).toEqual([])

    await own.radicale.makeReadOnly('none')
    await own.booked(40)
    expect(await own.shown(refused)).toBeNull()
    runAhead(2 * minuteMs)
    expect(await listLeftBehind(own.db, now())).toEqual([doctorId])
    expect(await catchUpNow()).toBe(true)
    expect(await own.shown(refused)).toMatchObject({ status: 'TENTATIVE' })
    expect(await listLeftBehind(own.db, now())).toEqual([])
    expect((await own.kept())?.comparedAt).not.toBeNull()
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
    expect(await listLeftBehind(own.db, now())).toEqual([])
  })

  test('is not filled again by itself while its doctor leaves it', async () => {
    await own.booked(20)
    await own.db.calendarAccount.update({
      where: { doctorId },
      data: { leftBehindAt: new Date(Date.now() - minuteMs) },
    })
    expect(await listLeftBehind(own.db, now())).toEqual([doctorId])
    await own.align('leave')
    expect(await listLeftBehind(own.db, now())).toEqual([])
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
    expect(await listLeftBehind(own.db, now())).toEqual([doctorId])
    expect(await catchUpNow()).toBe(true)
  })
})

test('a doctor’s server that is away is waited for ten minutes, and then nobody waits for it any more', async () => {
  const { db, drop } = await createTestDatabase(inject('postgresUrl'))
  const away = { url: 'http://127.0.0.1:1/visits/', name: 'visits', ...radicaleUser }
  await keepCalendar(db, { doctorId, ...away }, now())
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
  expect(await listLeftBehind(db, now())).toEqual([doctorId])
  expect(await catchUpNow()).toBe(false)
  await drop()
})
