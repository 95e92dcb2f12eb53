import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/may'
import { dayMs, laterBy, minuteMs } from '@/lib/domain/time'
import { rebuild } from '@/lib/event-store/rebuild'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { describeSlot, listOpenSlots } from '@/lib/queries/visit/open-slots'
import { doctors, patients } from '@/prisma/demo/cast'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { cancelAppointment } from './cancel-appointment'
import { createAppointment } from './create-appointment'
import { holdSlot } from './hold-slot'
import { rescheduleAppointment } from './reschedule-appointment'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const nadia: Actor = { role: 'staff', id: newId() }
const { slug } = doctors.helene
const patient = { ...patients.amina, birthDate: null }

const dayOf = (at: string) => at.slice(0, 10)

/** The days of the tests, one after another: three free hours in a row of each. */
let days = 0
async function threeHours() {
  const { db } = database
  const doctor = await findDoctorBySlug(db, slug)
  const [length] = doctor?.visitTypes ?? []
  if (!doctor || !length) throw new Error('nobody to visit')
  const from = laterBy(isoNow(), 14 * dayMs).slice(0, 10)
  const open = await listOpenSlots(db, [{ doctor, length }], { now: isoNow(), days: 40, from })
  const starts = (open.get(doctor.id)?.slots ?? []).map(({ startsAt }) => startsAt)
  const ofDays = [...new Set(starts.map(dayOf))].map((day) => starts.filter((at) => dayOf(at) === day))
  const [first = '', second = '', third = ''] = ofDays.filter((all) => all.length > 8)[days++] ?? []
  return { first, second, third }
}

async function isOpenAt(at: string): Promise<boolean> {
  const doctor = await findDoctorBySlug(database.db, slug)
  const [length] = doctor?.visitTypes ?? []
  if (!doctor || !length) throw new Error('nobody to visit')
  const question = { now: isoNow(), days: 1, from: at.slice(0, 10) }
  const listed = (await listOpenSlots(database.db, [{ doctor, length }], question)).get(doctor.id)?.slots ?? []
  const described = await describeSlot(database.db, doctor, length, at, { now: isoNow() })
  const held = await holdSlot(
    database.db,
    { holder: newId(), holdId: newId(), doctorSlug: slug, startsAt: at },
    isoNow(),
  )
  if (held.ok) await database.db.slotClaim.deleteMany({ where: { heldUntil: { not: null } } })
  expect([listed.some(({ startsAt }) => startsAt === at), described.ok]).toEqual([held.ok, held.ok])
  return held.ok
}

async function book(startsAt: string, overbook?: string, db: Db = database.db): Promise<string> {
  const request = { requestId: newId(), doctorSlug: slug, startsAt, by: nadia, patient, overbook }
  const result = await createAppointment(db, request, isoNow())
  if (!result.ok) throw new Error(result.refused)
  return result.value.appointmentId
}

const cancel = (appointmentId: string) =>
  cancelAppointment(database.db, { requestId: newId(), appointmentId, by: nadia, reason: null }, isoNow())

const claimsOf = async (appointmentId: string) =>
  (await database.db.slotClaim.findMany({ where: { appointmentId }, orderBy: { startsAt: 'asc' } })).map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(11, 16)}–${endsAt.toISOString().slice(11, 16)}`,
  )
const red = async () =>
  (await readInvariants(database.db, isoNow())).filter(({ broken }) => broken.length > 0).map(({ name }) => name)

/** Everything holds, and the events say the same. */
async function allHolds(): Promise<void> {
  await carryToRest(database.db)
  expect(await red()).toEqual([])
  const dump = async () => [
    await database.db.slotClaim.findMany({ orderBy: [{ appointmentId: 'asc' }, { startsAt: 'asc' }] }),
    await database.db.slotOverlap.findMany({ orderBy: [{ appointmentId: 'asc' }, { startsAt: 'asc' }] }),
  ]
  const before = await dump()
  await rebuild(database.db)
  expect(await dump()).toEqual(before)
}

test('an hour that is taken is given again only with a reason, and claims what is left of it', async () => {
  const { first, second } = await threeHours()
  await book(first)
  await expect(book(first)).rejects.toThrow('slot_taken')
  await expect(book(first, ' ')).rejects.toThrow('overbook_reason_missing')
  const between = laterBy(first, 10 * minuteMs)
  const over = await book(between, 'Fièvre depuis trois jours.')
  expect(await claimsOf(over)).toHaveLength(1)
  expect(await isOpenAt(second)).toBe(false)
  const note = await database.db.note.findFirstOrThrow({ where: { about: over, kind: 'overbook' } })
  expect(Buffer.from(note.text).toString()).not.toContain('Fièvre')
  await allHolds()
})

test('what is freed under a visit is its own in the same moment, and nobody’s to book', async () => {
  const { first, second, third } = await threeHours()
  const under = await book(first)
  const over = await book(first, 'Une urgence.')
  expect(await claimsOf(over)).toEqual([])
  expect(await cancel(under)).toMatchObject({ ok: true })
  expect(await claimsOf(over)).toHaveLength(1)
  expect(await isOpenAt(first)).toBe(false)
  const other = await book(third)
  const move = { requestId: newId(), appointmentId: other, by: nadia, startsAt: first }
  expect(await rescheduleAppointment(database.db, move, isoNow())).toMatchObject({ refused: 'slot_taken' })
  await allHolds()
  expect(await cancel(over)).toMatchObject({ ok: true })
  expect(await isOpenAt(first)).toBe(true)
  expect(await isOpenAt(second)).toBe(true)
  await allHolds()
})

test('of two that lie over the same, the one that has lain there longer inherits first, then the other', async () => {
  const { first } = await threeHours()
  const under = await book(first)
  const [older, newer] = [await book(first, 'Urgent.'), await book(first, 'Aussi.')]
  await cancel(under)
  expect([await claimsOf(older), await claimsOf(newer)]).toMatchObject([[expect.anything()], []])
  await allHolds()
  await cancel(older)
  expect(await claimsOf(newer)).toHaveLength(1)
  await allHolds()
})

test('who is moved away keeps the claim under another until the move is through, and it is inherited then', async () => {
  const { first, third } = await threeHours()
  const under = await book(first)
  const over = await book(first, 'Urgent.')
  await carryToRest(database.db)
  const move = { requestId: newId(), appointmentId: under, by: nadia, startsAt: third }
  expect(await rescheduleAppointment(database.db, move, isoNow())).toMatchObject({ ok: true })
  expect(await claimsOf(over)).toEqual([])
  await allHolds()
  expect(await claimsOf(over)).toHaveLength(1)
  const back = { requestId: newId(), appointmentId: over, by: nadia, startsAt: laterBy(third, 20 * minuteMs) }
  if (await isOpenAt(back.startsAt)) {
    expect(await rescheduleAppointment(database.db, back, isoNow())).toMatchObject({ ok: true })
    await allHolds()
    expect(await database.db.slotOverlap.count({ where: { appointmentId: over } })).toBe(0)
    expect(await isOpenAt(first)).toBe(true)
  }
})

test('one that is called off while another is being laid over it waits for that, and leaves nothing unclaimed', async () => {
  const { db } = database
  const { first } = await threeHours()
  const under = await book(first)
  let cancelling: ReturnType<typeof cancel> | undefined
  const over = await db.$transaction(async (tx) => {
    const laid = await book(first, 'Urgent.', tx as Db)
    cancelling = cancel(under)
    await Promise.race([cancelling, expect.poll(waiting).toBeGreaterThan(0)])
    return laid
  })
  expect(await cancelling).toMatchObject({ ok: true })
  expect(await claimsOf(over)).toHaveLength(1)
  await allHolds()
})

/** How many connections wait for what another has locked. */
async function waiting(): Promise<number> {
  const [row] = await database.db.$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return Number(row?.count ?? 0)
}
