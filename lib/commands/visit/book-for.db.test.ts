import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/domain/appointment/may'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { load } from '@/lib/event-store/load'
import { rebuild } from '@/lib/event-store/rebuild'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { getPatientById } from '@/lib/queries/people/patients'
import { listBookingWarnings } from '@/lib/queries/visit/booking-warnings'
import { listOpenSlots } from '@/lib/queries/visit/open-slots'
import { doctors, patients } from '@/prisma/demo/cast'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { addTimeOff } from '../clinic/add-time-off'
import { type CreateAppointment, createAppointment } from './create-appointment'
import { holdSlot } from './hold-slot'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const nadia: Actor = { role: 'staff', id: newId() }
/** A Sunday night far ahead, on which nobody receives; each test takes an hour of its own. */
let hours = 0
const night = () => laterBy('2036-11-23T01:00:00.000Z', hours++ * 60 * minuteMs)
const nobody = { name: 'Ludivine Perrot', email: null, phone: null, birthDate: '1951-04-09', language: 'fr' } as const

function bookFor(request: Partial<CreateAppointment> & { startsAt: string }, now = isoNow()) {
  const { slug: doctorSlug } = doctors.idris
  return createAppointment(database.db, { requestId: newId(), doctorSlug, by: nadia, patient: nobody, ...request }, now)
}

async function booked(request: Parameters<typeof bookFor>[0], now?: string): Promise<string> {
  const result = await bookFor(request, now)
  if (!result.ok) throw new Error(result.refused)
  return result.value.appointmentId
}

async function ofIdris() {
  const idris = await findDoctorBySlug(database.db, doctors.idris.slug)
  const [visitType] = idris?.visitTypes ?? []
  if (!idris || !visitType) throw new Error('nobody to visit')
  return { idris, visitType }
}

/** The first free hour of Dr Okafor's on a day. */
async function firstOn(day: string, now: string): Promise<string> {
  const { idris: doctor, visitType: length } = await ofIdris()
  const open = await listOpenSlots(database.db, [{ doctor, length }], { now, days: 1, from: day })
  return open.get(doctor.id)?.slots[0]?.startsAt ?? ''
}

test('the desk books outside of hours for somebody with neither mail nor phone: confirmed, told by nothing, and all is well', async () => {
  const { db } = database
  const id = await booked({ startsAt: night() })
  await carryToRest(db)
  const visit = visitOf(db, id)
  expect(await visit.row()).toMatchObject({ status: 'confirmed' })
  expect(await visit.saga('appointment-created')).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(await db.message.count({ where: { subjectId: id, role: 'patient' } })).toBe(0)
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id } })
  expect(await getPatientById(db, patientId)).toMatchObject({ name: nobody.name, email: null, birthDate: '1951-04-09' })
  const [created, confirmed] = await load(db, id)
  expect(created).toMatchObject({
    metadata: { actor: nadia.id },
    event: { data: { by: 'staff', mail: false, sms: false } },
  })
  expect(confirmed).toMatchObject({ event: { type: 'AppointmentConfirmed', data: { by: 'staff', atOnce: true } } })
  expect(
    JSON.stringify(await db.event.findMany({ where: { streamId: id }, select: { data: true, metadata: true } })),
  ).not.toContain('Perrot')
})

test('a known patient is booked for by their id, keeps one record, and is told as was chosen', async () => {
  const { db } = database
  const first = await booked({ startsAt: night(), patient: { ...patients.amina, birthDate: null } })
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id: first } })
  const before = await db.patient.count()
  const second = await booked({ startsAt: night(), patient: { id: patientId }, tell: ['mail'] })
  await carryToRest(db)
  expect(await db.patient.count()).toBe(before)
  expect(await db.appointment.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ patientId })
  const told = await db.message.findMany({ where: { subjectId: second, role: 'patient' } })
  expect(told.map(({ channel, kind }) => [channel, kind])).toEqual([['mail', 'confirmed']])
  expect(await bookFor({ startsAt: night(), patient: { id: newId() } })).toMatchObject({ refused: 'patient_unknown' })
})

test('who walks in is booked a few minutes into the hour, and no later', async () => {
  const now = isoNow()
  await booked({ startsAt: laterBy(now, -14 * minuteMs), doctorSlug: doctors.samuel.slug }, now)
  expect(await bookFor({ startsAt: laterBy(now, -16 * minuteMs), doctorSlug: doctors.samuel.slug }, now)).toMatchObject(
    { refused: 'slot_past' },
  )
})

test('a stranger who only holds an hour gives way to the desk; another visit does not', async () => {
  const { db } = database
  const { idris, visitType } = await ofIdris()
  const now = '2036-11-20T08:00:00.000Z'
  const startsAt = await firstOn('2036-11-24', now)
  const hold = { holder: newId(), holdId: newId(), doctorSlug: idris.slug, startsAt }
  expect(await holdSlot(db, hold, now)).toMatchObject({ ok: true })
  const asked = { doctor: idris, visitType, startsAt, patientId: undefined }
  expect(await listBookingWarnings(db, asked, now)).toEqual(['held'])
  await booked({ startsAt }, now)
  expect(await holdSlot(db, hold, now)).toMatchObject({ refused: 'slot_taken' })
  expect(await bookFor({ startsAt }, now)).toMatchObject({ refused: 'slot_taken' })
})

test('time off is a warning for the desk and a refusal for a patient', async () => {
  const { db } = database
  const now = '2036-11-20T08:00:00.000Z'
  const startsAt = await firstOn('2036-11-25', now)
  const written = { fromDay: '2036-11-25', fromHour: '', untilDay: '', untilHour: '' }
  await addTimeOff(db, { requestId: newId(), doctorId: doctors.idris.id, written, seen: [] }, now)
  const online = { startsAt, by: undefined, patient: { ...patients.theo, birthDate: null } }
  expect(await bookFor(online, now)).toMatchObject({ refused: 'slot_not_offered' })
  const { idris, visitType } = await ofIdris()
  const id = await booked({ startsAt }, now)
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id } })
  const again = { doctor: idris, visitType, startsAt: await firstOn('2036-11-27', now), patientId }
  expect(await listBookingWarnings(db, again, now)).toEqual(['twice'])
  expect(await listBookingWarnings(db, { ...again, startsAt: laterBy(startsAt, 60 * minuteMs) }, now)).toEqual([
    'outside_hours',
    'twice',
  ])
})

test('a doctor books with themselves alone, and the same request is one visit', async () => {
  const requestId = newId()
  const idris: Actor = { role: 'doctor', id: doctors.idris.id }
  const startsAt = night()
  const [one, other] = await Promise.all([0, 1].map(() => bookFor({ requestId, startsAt, by: idris })))
  expect([one, other]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await bookFor({ startsAt: night(), by: { role: 'doctor', id: doctors.helene.id } })).toMatchObject({
    refused: 'doctor_unknown',
  })
})

test('a doctor books for those who came to them, and learns of nobody else', async () => {
  const { db } = database
  const first = await booked({ startsAt: night(), patient: { ...patients.amina, birthDate: null } })
  const { patientId: id } = await db.appointment.findUniqueOrThrow({ where: { id: first } })
  const helene = { doctorSlug: doctors.helene.slug, by: { role: 'doctor', id: doctors.helene.id } } as const
  expect(await bookFor({ startsAt: night(), patient: { id }, ...helene })).toMatchObject({ refused: 'patient_unknown' })
  const idris: Actor = { role: 'doctor', id: doctors.idris.id }
  expect(await bookFor({ startsAt: night(), patient: { id }, by: idris })).toMatchObject({ ok: true })
})

test('every invariant holds after all of it, and a rebuild says the same', async () => {
  const { db } = database
  await carryToRest(db)
  const red = (await readInvariants(db, isoNow())).filter(({ broken }) => broken.length > 0)
  expect(red).toEqual([])
  const claims = () => db.slotClaim.findMany({ where: { heldUntil: null }, orderBy: { appointmentId: 'asc' } })
  const before = await claims()
  await rebuild(db)
  expect(await claims()).toEqual(before)
})
