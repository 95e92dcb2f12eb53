import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { setRequestMail } from '@/lib/commands/people/set-request-mail'
import { open } from '@/lib/db/sealed'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { doctors } from '@/prisma/demo/cast'
import { runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, carry, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { runSaga } from './run-saga'
import { sagas } from './sagas/sagas'
import { sendDigests } from './send-digests'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  await setRequestMail(database.db, doctors.helene.id, 'hourly')
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const digests = () => database.db.message.findMany({ where: { kind: 'request_digest' }, orderBy: { createdAt: 'asc' } })
const statusesOf = async (kind: string) =>
  (await database.db.message.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } })).map(({ status }) => status)
/** But for what leaves: nobody posts here, and the clock runs ahead. */
const brokenPromises = async () =>
  (await readInvariants(database.db, isoNow()))
    .filter(({ name, broken }) => broken.length > 0 && name !== 'Every event that leaves has arrived.')
    .map(({ name }) => name)

test('a doctor who wants digests hears of several requests by one mail, which names those that still wait', async () => {
  const { db } = database
  const ids = [await book(db, 0), await book(db, 1), await book(db, 2)]
  await carryAll(db)
  const visits = ids.map((id) => visitOf(db, id))
  expect(await visits[0]?.saga('appointment-created')).toMatchObject({ outcome: 'done' })
  expect(await visits[0]?.told()).toEqual(['requested', 'text_requested'])
  await sendDigests(isoNow())
  expect(await digests()).toEqual([])
  expect(await brokenPromises()).toEqual([])

  await visits[1]?.decline()
  await carryAll(db)
  runAhead(hourMs)
  await Promise.all([1, 2, 3].map(() => sendDigests(isoNow())))
  await expect.poll(digests).toMatchObject([{ status: 'sent', role: 'doctor' }])
  const [digest] = await digests()
  const { subject, text } = JSON.parse(open(digest?.content ?? new Uint8Array(), 'message.content'))
  expect(subject).toBe('2 demandes attendent')
  expect(text.match(/Consultation/g)).toHaveLength(2)
  expect(await statusesOf('request_to_confirm')).toEqual(['gathered', 'gathered', 'gathered'])
  expect(await brokenPromises()).toEqual([])
  runAhead(hourMs)
  await sendDigests(isoNow())
  expect(await digests()).toHaveLength(1)
})

test('a digest that does not go out is sent by a later sweep, once, with the same key', async () => {
  const { db } = database
  await book(db, 0)
  await carryAll(db)
  runAhead(hourMs)
  await setDemoFault(db, 'mail', 'down')
  await sendDigests(isoNow())
  const [stored] = await digests()
  expect(stored).toMatchObject({ status: 'stored' })
  await setDemoFault(db, 'mail', 'works')
  runAhead(2 * minuteMs)
  await sendDigests(isoNow())
  expect(await digests()).toMatchObject([{ key: stored?.key, status: 'sent' }])
})

test('digests that are refused for good keep no other waiting, and are not tried for ever', async () => {
  const { db } = database
  await setDemoFault(db, 'mail', 'refuses')
  for (let count = 0; count < 6; count++) {
    await book(db, 60 + count)
    await setDemoFault(db, 'mail', 'works')
    await carryAll(db)
    await setDemoFault(db, 'mail', 'refuses')
    runAhead(hourMs)
    await sendDigests(isoNow())
  }
  expect(await digests()).toHaveLength(6)
  expect((await digests()).every(({ delivery }) => delivery === 'failed')).toBe(true)
  await setDemoFault(db, 'mail', 'works')
  await book(db, 66)
  await carryAll(db)
  runAhead(hourMs)
  await sendDigests(isoNow())
  expect((await digests()).filter(({ status }) => status === 'sent')).toHaveLength(1)
})

test('a request that is undone before a digest told of it is told of by none, and neither is its end', async () => {
  const { db } = database
  const id = await book(db, 0)
  const { sagaId } = await visitOf(db, id).saga('appointment-created')
  await runSaga(sagas, { sagaId }, async (name, work) => {
    if (name === 'text-patient') await setDemoFault(db, 'mail', 'refuses')
    if (name.startsWith('undo:')) await setDemoFault(db, 'mail', 'works')
    return work()
  })
  await carry(sagaId)
  expect(await visitOf(db, id).saga('appointment-created')).toMatchObject({ outcome: 'undone' })
  expect(await statusesOf('request_to_confirm')).toEqual(['dropped'])
  expect(await statusesOf('request_withdrawn')).toEqual(['dropped'])
  runAhead(hourMs)
  await sendDigests(isoNow())
  expect(await digests()).toEqual([])
  expect(await brokenPromises()).toEqual([])
})

test('whoever wants each at once again hears of what waits by the next sweep', async () => {
  const { db } = database
  await book(db, 0)
  await carryAll(db)
  await setRequestMail(db, doctors.helene.id, 'each')
  await book(db, 1)
  await carryAll(db)
  expect(await statusesOf('request_to_confirm')).toEqual(['held', 'sent'])
  await sendDigests(isoNow())
  expect(await digests()).toMatchObject([{ status: 'sent' }])
})
