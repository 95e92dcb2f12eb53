import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mergePatients } from '@/lib/commands/patient/merge-patients'
import { registerPatient } from '@/lib/commands/patient/register-patient'
import { indexNamesAnew } from '@/lib/commands/people/index-names-anew'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import { prepareVisit } from '@/lib/commands/visit/prepare-visit'
import type { PatientFacts } from '@/lib/domain/patient/patient-facts'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { doctors, patients } from '@/prisma/demo/cast'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { findPatients } from './find-patients'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const nobody: PatientFacts = {
  ...{ birthName: 'Roux', usedName: null, firstNames: 'Léa', sex: null, birthDate: null, birthPlace: null },
  ...{ email: null, phone: null, language: 'fr', notes: null },
}
async function registered(facts: Partial<PatientFacts>): Promise<string> {
  const request = { requestId: newId(), by: 'ada', facts: { ...nobody, ...facts } }
  return (await registerPatient(database.db, request, isoNow())).value.patientId
}
const found = async (typed: string, doctorId: string | null = null) =>
  (await findPatients(database.db, typed, doctorId, isoNow())).people.map(({ id }) => id)

test('somebody is found by the beginning of each name, a number, its end, an address, and when they were born', async () => {
  const traits = { birthName: 'Vandermeer', usedName: 'Küng', firstNames: 'Zoë Maud', birthDate: '1951-02-03' }
  const zoe = await registered({ ...traits, phone: '+33639987766', email: 'zoe@exemple.fr' })
  const ways = ['zo kun', 'vandermeer', 'maud', '06 39 98 77 66', '7766', 'ZOE@exemple.fr', '3/2/1951', 'zoe 1951']
  for (const typed of ways) expect(await found(typed)).toEqual([zoe])
  for (const typed of ['zo bernard', '7767', 'zoe 1952', 'oe']) expect(await found(typed)).toEqual([])
  expect(await findPatients(database.db, 'z', null, isoNow())).toMatchObject({ people: [], isAsked: false })
})

test('who has the whole word comes first, then who came last, and all are counted', async () => {
  const many = await Promise.all(Array.from({ length: 11 }, () => registered({ birthName: 'Duboisson' })))
  const exact = await registered({ birthName: 'Dubois' })
  const id = await book(database.db, 0)
  const { patientId } = await visitOf(database.db, id).row()
  await mergePatients(
    database.db,
    { requestId: newId(), by: 'ada', aliasId: patientId, rootId: many[7] ?? '' },
    isoNow(),
  )
  const { people, total } = await findPatients(database.db, 'dubois', null, isoNow())
  expect(people.slice(0, 2).map((person) => person.id)).toEqual([exact, many[7]])
  expect(people[1]?.visit?.doctor.name).toBe(doctors.helene.name)
  expect([people.length, total]).toEqual([8, 12])
})

test('people of two records are found by either, once, as who they are known as', async () => {
  const [alias, root] = [await registered({ birthName: 'Quillet' }), await registered({ birthName: 'Quinault' })]
  await mergePatients(database.db, { requestId: newId(), by: 'ada', aliasId: alias, rootId: root }, isoNow())
  expect(await found('qui')).toEqual([root])
  expect(await found('quillet')).toEqual([root])
})

test('a doctor finds those who have had a visit with them, and nobody else', async () => {
  const id = await book(database.db, 1)
  const { patientId } = await visitOf(database.db, id).row()
  const [word = ''] = patients.amina.name.split(' ')
  expect(await found(word, doctors.helene.id)).toContain(patientId)
  expect(await found(word, doctors.samuel.id)).toEqual([])
})

test('a number that is corrected, and a birth date that is told later, are found at once; the old one is not', async () => {
  const id = await book(database.db, 2)
  const { patientId } = await visitOf(database.db, id).row()
  await prepareVisit(database.db, { appointmentId: id, patientId, birthDate: '1933-09-21', reason: null }, isoNow())
  expect(await found('21/09/1933')).toEqual([patientId])
  const by = { role: 'patient', id: patientId } as const
  const correct = (to: string, channel: 'mail' | 'sms') =>
    correctContact(
      database.db,
      { requestId: newId(), appointmentId: id, by, channel, to },
      renderContactChanged,
      isoNow(),
    )
  await correct('first@exemple.fr', 'mail')
  expect(await found('first@exemple.fr')).toEqual([patientId])
  await correct('second@exemple.fr', 'mail')
  expect(await found('first@exemple.fr')).toEqual([])
  expect(await found('second@exemple.fr 1933')).toEqual([patientId])
})

test('whom an earlier release knew is found once the sweep has passed', async () => {
  const id = await registered({ birthName: 'Abernathy' })
  await database.db.patientTerm.deleteMany({ where: { patientId: id } })
  await database.db.patient.update({ where: { id }, data: { nameFolding: 2 } })
  expect(await found('abern')).toEqual([])
  await indexNamesAnew(database.db, 5)
  expect(await found('abern')).toEqual([id])
})

test('what finds people stands in the database as numbers alone', async () => {
  await registered({ birthName: 'Wolkenstein', phone: '+33639981234' })
  const rows = await database.db.$queryRaw<{ text: string }[]>`select t::text as text from patient_term t`
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.every(({ text }) => /^\(-?\d+,[0-9a-f-]{36}\)$/.test(text))).toBe(true)
})
