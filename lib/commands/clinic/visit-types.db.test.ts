import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '@/lib/ids'
import { listVisitTypes } from '@/lib/queries/clinic/visit-types'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { doctors } from '@/prisma/demo/cast'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { changeVisitType } from './change-visit-type'
import { saveVisitType } from './save-visit-type'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const { id: doctorId, slug, visitTypes } = doctors.helene
const [consultation, checkUp] = visitTypes
const written = {
  ...{ nameFr: 'Certificat', nameEn: 'Certificate', autoConfirm: true },
  ...{ instructionsFr: 'Apportez le carnet de santé.', instructionsEn: 'Bring the health record.' },
  ...{ minutes: '10', beforeMinutes: '0', afterMinutes: '5' },
}
const offered = async () => (await findDoctorBySlug(database.db, slug))?.visitTypes.map(({ name }) => name.en)
const change = (id: string, to: Parameters<typeof changeVisitType>[1]['change'], whose: string = doctorId) =>
  changeVisitType(database.db, { id, doctorId: whose, change: to })

test('a new type is offered last, once; it is changed, moved to the front, and removed while nobody booked it', async () => {
  const id = newId()
  for (const _ of [1, 2])
    expect(await saveVisitType(database.db, { id, doctorId, written })).toMatchObject({ ok: true })
  expect(await offered()).toEqual(['Consultation', 'Check-up', 'Vaccine', 'Certificate'])
  await saveVisitType(database.db, { id, doctorId, written: { ...written, nameEn: 'Sports certificate' } })
  for (const _ of [1, 2, 3, 4]) await change(id, 'sooner')
  expect(await offered()).toEqual(['Sports certificate', 'Consultation', 'Check-up', 'Vaccine'])
  await change(id, 'later')
  expect((await offered())?.[1]).toBe('Sports certificate')
  expect(await change(id, 'remove')).toMatchObject({ ok: true })
  expect(await offered()).toEqual(['Consultation', 'Check-up', 'Vaccine'])
})

test('a type that a visit was booked as is never removed, only no longer offered', async () => {
  await book(database.db, 0)
  expect(await change(consultation.id, 'remove')).toMatchObject({ refused: 'visit_type_booked' })
  await change(consultation.id, 'withdraw')
  expect(await offered()).toEqual(['Check-up', 'Vaccine'])
  const kept = await listVisitTypes(database.db, doctorId)
  expect(kept[0]).toMatchObject({ name: { en: 'Consultation' }, isOffered: false, isBooked: true })
  await change(consultation.id, 'offer')
  expect(await offered()).toEqual(['Consultation', 'Check-up', 'Vaccine'])
})

test('nobody changes the types of another doctor', async () => {
  const whose = doctors.idris.id
  const refused = { refused: 'visit_type_unknown' }
  expect(await change(checkUp.id, 'remove', whose)).toMatchObject(refused)
  expect(await saveVisitType(database.db, { id: checkUp.id, doctorId: whose, written })).toMatchObject(refused)
  expect(
    await saveVisitType(database.db, { id: newId(), doctorId, written: { ...written, minutes: '1' } }),
  ).toMatchObject({
    refused: 'visit_type_invalid',
    data: [{ field: 'minutes', name: 'minutes_out_of_range' }],
  })
})
