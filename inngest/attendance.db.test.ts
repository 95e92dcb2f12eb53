import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { postDueReminders } from '@/lib/commands/saga/post-due-reminders'
import type { Db } from '@/lib/db/client'
import { minuteMs } from '@/lib/domain/time'
import { rebuild } from '@/lib/event-store/rebuild'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await expectSound(database.db)
  await database.drop()
})

/** A visit at its hour, whose confirmation was carried out, or waits. */
async function visitAtItsHour({ isCarried = true } = {}) {
  const visit = visitOf(database.db, await book(database.db, 30))
  await visit.confirm()
  if (isCarried) await carryToRest(database.db)
  vi.useFakeTimers({ toFake: ['Date'], now: (await visit.row()).startsAt.getTime() + minuteMs })
  await postDueReminders(database.db, isoNow())
  return visit
}

/** Sagas are carried by plain calls here: nothing is posted. */
const aboutPosting = 'Every event that leaves has arrived.'

/** No promise is broken, and the read models are what the events say. */
async function expectSound(db: Db): Promise<void> {
  const invariants = await readInvariants(db, isoNow())
  const broken = invariants.filter((invariant) => invariant.broken.length > 0 && invariant.name !== aboutPosting)
  expect(broken).toEqual([])
  const dump = () => db.$queryRaw`select * from appointment order by id`
  const before = await dump()
  await rebuild(db)
  expect(await dump()).toEqual(before)
}

test('a patient arrives, is seen, and each is taken back', async () => {
  const visit = await visitAtItsHour()
  expect(await visit.arrived()).toMatchObject({ ok: true })
  expect((await visit.row()).arrivedAt).toEqual(new Date())
  expect(await visit.completed()).toMatchObject({ ok: true })
  expect(await visit.row()).toMatchObject({ status: 'ended', endedBecause: 'completed' })
  expect(await visit.claims()).toHaveLength(1)
  await visit.takeBack('completed')
  await visit.takeBack('arrived')
  expect(await visit.row()).toMatchObject({ endedBecause: 'reopened', arrivedAt: null })
  expect(await visit.calendar()).toHaveLength(1)
})

test('a no-show that is taken back before the mail went out is never told', async () => {
  const visit = await visitAtItsHour()
  await visit.missed()
  await visit.takeBack('no_show')
  await carryToRest(database.db)
  expect(await visit.saga('appointment-no-show')).toMatchObject({ status: 'COMPLETED', outcome: 'superseded' })
  expect(await visit.told()).not.toContain('no_show')
  await visit.missed()
  await carryToRest(database.db)
  expect((await visit.told()).filter((kind) => kind === 'no_show')).toHaveLength(1)
})

test('a visit whose confirmation still waits can be missed, taken back and completed, and nothing is left half-done', async () => {
  const visit = await visitAtItsHour({ isCarried: false })
  await visit.missed()
  await carryToRest(database.db)
  expect(await visit.saga('appointment-confirmed')).toMatchObject({ outcome: 'superseded' })
  await visit.takeBack('no_show')
  await carryToRest(database.db)
  await expectSound(database.db)
  expect(await visit.completed()).toMatchObject({ ok: true })
  await carryToRest(database.db)
})
