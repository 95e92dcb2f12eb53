import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { holdSlot } from '@/lib/commands/visit/hold-slot'
import { connectionTo } from '@/lib/db/connection'
import type { Hint } from '@/lib/domain/hint'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { announce } from './announce'

let database: TestDatabase
let listener: pg.Client
let heard: Hint[] = []
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  listener = new pg.Client(connectionTo(database.url))
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? 'null')))
  await listener.connect()
  await listener.query('listen changed')
})
afterAll(async () => {
  await listener.end()
  await database.drop()
})

/** Where a hint lies, as the application writes instants. */
const at = (hint: Hint | undefined) => hint?.from && new Date(hint.from).toISOString()

test('what is recorded of a visit is told with whose it is and when, also where only its id was known', async () => {
  const visit = await book(database.db, 0)
  await expect.poll(() => heard.map(({ of }) => of).toSorted()).toEqual(['slot', 'visit'])
  expect(heard.every((hint) => hint.visit === visit && hint.doctor === doctors.helene.id)).toBe(true)
  const [told] = heard.filter(({ of }) => of === 'visit')
  const { startsAt } = await visitOf(database.db, visit).row()
  expect([told?.isRequest, at(told)]).toEqual([true, startsAt.toISOString()])
})

test('a visit that moves is told of both times, so that the page it leaves reads again', async () => {
  const to = (await offeredSlots(database.db))[20]?.startsAt ?? ''
  const visit = visitOf(database.db, await book(database.db, 1))
  const from = (await visit.row()).startsAt.toISOString()
  await expect.poll(() => heard.map(at)).toContain(from)
  heard = []
  await visit.moveTo(to)
  await expect.poll(() => heard.map(at)).toEqual(expect.arrayContaining([from, to]))
})

test('an hour that a browser holds is of no visit, and the hours a doctor keeps are of no time', async () => {
  const [, , , hour] = await offeredSlots(database.db)
  heard = []
  const asked = { holder: newId(), holdId: newId(), doctorSlug: doctors.helene.slug, startsAt: hour?.startsAt ?? '' }
  await holdSlot(database.db, asked, isoNow())
  announce(database.db, [{ of: 'hours', doctor: doctors.helene.id }])
  const ours = { visit: null, doctor: doctors.helene.id, isRequest: false }
  const hold = { ...ours, of: 'slot' }
  const hours = { ...ours, of: 'hours', from: null, to: null }
  for (const told of [hold, hours]) await expect.poll(() => heard).toContainEqual(expect.objectContaining(told))
})
