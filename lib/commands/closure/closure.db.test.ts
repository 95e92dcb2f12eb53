import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { removeTimeOff } from '@/lib/commands/clinic/remove-time-off'
import { changeRun } from '@/lib/commands/run/change-run'
import type { ClosureChoice, VisitChoice } from '@/lib/domain/schedule/closure'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { doctors } from '@/prisma/demo/cast'
import { book, bookInOpenTransaction, carryAll, carryRun, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { holdProposals } from './hold-proposals'
import { startClosure } from './start-closure'

let database: TestDatabase
let hours: string[]
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  hours = (await offeredSlots(database.db)).map(({ startsAt }) => startsAt)
})
afterAll(() => database.drop())

const doctorId = doctors.helene.id
const by = 'nadia'
/** Each test has twenty offered hours of its own. */
let next = 0
const ownHours = () => {
  const first = next
  next += 20
  return first
}
const span = (first: number, count: number) => ({
  startsAt: hours[first] ?? '',
  endsAt: laterBy(hours[first + count - 1] ?? '', minuteMs),
})

type Closing = { forAll?: ClosureChoice; choices?: Map<string, VisitChoice>; requestId?: string; undoMs?: number }

async function close(when: { startsAt: string; endsAt: string }, how: Closing = {}) {
  const { forAll = 'rebook', choices = new Map(), requestId = newId(), undoMs = 0 } = how
  const asked = { requestId, doctorId, by, role: 'staff' as const, span: when, forAll, choices, undoMs }
  const started = await startClosure(database.db, { ...asked, reason: 'Absence imprévue.' }, isoNow())
  return started.value.runId
}

const later = (ms: number) => () => laterBy(isoNow(), ms)
const carry = (runId: string, now = isoNow) => carryRun(database.db, runId, now)

async function carryToEnd(runId: string) {
  await carry(runId)
  while (await carry(runId, later(2 * minuteMs)));
}

async function said(runId: string) {
  const rows = await database.db.runItem.findMany({ where: { runId }, orderBy: { position: 'asc' } })
  return rows.map((row) => row.said)
}

async function brokenClosures() {
  const all = await readInvariants(database.db, isoNow())
  return all.find(({ name }) => name.startsWith('Each visit inside a closed time'))?.broken
}

test('each visit is called off, moved or left as was asked, and its patient is told the reason once', async () => {
  const first = ownHours()
  const [off, moved, left] = [
    await book(database.db, first),
    await book(database.db, first + 2),
    await book(database.db, first + 4),
  ]
  await carryAll(database.db)
  const [requestId, when] = [newId(), span(first, 6)]
  const held = await holdProposals(database.db, { requestId, doctorId, span: when }, isoNow())
  expect([...held.keys()].toSorted()).toEqual([off, moved, left].toSorted())
  const to = held.get(moved) ?? ''
  // What is held for the closure is had by nobody else.
  await expect(book(database.db, hours.indexOf(to))).rejects.toThrow('slot_taken')
  const choices = new Map<string, VisitChoice>([
    [moved, { choice: 'move', startsAt: to }],
    [left, { choice: 'leave' }],
  ])
  const runId = await close(when, { choices, requestId })
  await expect(book(database.db, first + 1)).rejects.toThrow(/slot/)
  await carryToEnd(runId)
  expect(await said(runId)).toEqual(['called_off', 'moved', 'left'])
  await carryAll(database.db)
  const told = await visitOf(database.db, off).told()
  expect(told.filter((kind) => kind === 'cancelled' || kind === 'text_cancelled')).toHaveLength(2)
  expect((await visitOf(database.db, moved).row()).startsAt.toISOString()).toBe(to)
  expect(await visitOf(database.db, left).row()).toMatchObject({ status: 'requested' })
  const caused = await database.db.event.count({ where: { metadata: { path: ['causationId'], equals: runId } } })
  expect(caused).toBe(2)
  expect(await database.db.note.count({ where: { about: off } })).toBe(1)
  expect(await brokenClosures()).toEqual([])
})

test('a visit whose booking had read the hours before they were closed is found, and dealt with', async () => {
  const first = ownHours()
  const known = await book(database.db, first)
  const booking = await bookInOpenTransaction(database.db, first + 1)
  const runId = await close(span(first, 4))
  expect(await carry(runId)).toEqual(expect.any(String))
  expect(await said(runId)).toEqual(['called_off'])
  await booking.commit()
  await carryToEnd(runId)
  expect(await said(runId)).toEqual(['called_off', 'called_off'])
  expect((await visitOf(database.db, booking.appointmentId).row()).status).toBe('ended')
  expect((await database.db.run.findUniqueOrThrow({ where: { id: runId } })).state).toBe('finished')
  await database.db.$executeRaw`delete from run_item where run_id = ${runId}::uuid and subject_id = ${known}::uuid`
  await database.db.$executeRaw`update appointment set status = 'requested' where id = ${known}::uuid`
  expect(await brokenClosures()).toEqual([{ id: known }])
  await database.db.$executeRaw`update appointment set status = 'ended' where id = ${known}::uuid`
})

test('a visit that cannot be moved stays as it is, and says that it is to be called', async () => {
  const first = ownHours()
  const ids = [await book(database.db, first), await book(database.db, first + 1)]
  await book(database.db, first + 10)
  const choices = new Map<string, VisitChoice>([
    [ids[0] ?? '', { choice: 'move', startsAt: hours[first + 10] ?? '' }],
    [ids[1] ?? '', { choice: 'move', startsAt: null }],
  ])
  const runId = await close(span(first, 4), { choices })
  await carryToEnd(runId)
  expect(await said(runId)).toEqual(['slot_taken', 'no_hour'])
  for (const id of ids) expect((await visitOf(database.db, id).row()).status).toBe('requested')
  expect(await brokenClosures()).toEqual([])
})

test('taken back before it begins it closes nothing, and lifting it later stops the rest', async () => {
  const first = ownHours()
  const ids = [await book(database.db, first), await book(database.db, first + 1)]
  const back = await close(span(first, 4), { undoMs: minuteMs })
  await changeRun(database.db, { runId: back, change: 'stop', by, doctorId: null }, isoNow())
  expect(await database.db.timeOff.count({ where: { id: back } })).toBe(0)
  expect(await carry(back, later(2 * minuteMs))).toBe(false)
  const again = await close(span(first, 4))
  await removeTimeOff(database.db, { id: again, doctorId, by }, isoNow())
  expect(await carry(again, later(2 * minuteMs))).toBe(false)
  for (const id of ids) expect((await visitOf(database.db, id).row()).status).toBe('requested')
})

test('the same request twice closes once', async () => {
  const first = ownHours()
  await book(database.db, first)
  const requestId = newId()
  const both = await Promise.all([close(span(first, 2), { requestId }), close(span(first, 2), { requestId })])
  expect(new Set(both).size).toBe(1)
  expect(await database.db.timeOff.count({ where: { id: both[0] } })).toBe(1)
})
