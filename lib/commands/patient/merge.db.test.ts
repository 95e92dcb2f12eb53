import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { replay } from '@/lib/domain/patient/evolve'
import { load } from '@/lib/event-store/load'
import { rebuild } from '@/lib/event-store/rebuild'
import { isOfPatient } from '@/lib/event-store/stream-kinds'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { mergePatients } from './merge-patients'
import { registerGuests } from './register-guests'
import { registerPatient } from './register-patient'
import { undoMerge } from './undo-merge'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const traits = { usedName: null, sex: 'female', birthDate: '1984-03-02', birthPlace: 'Lille', notes: null } as const
const facts = { ...traits, birthName: 'Diallo', firstNames: 'Amina', email: null, phone: null, language: 'fr' } as const

async function registered(): Promise<string> {
  const request = { requestId: newId(), by: 'ada', facts }
  return (await registerPatient(database.db, request, isoNow())).value.patientId
}
const merge = (aliasId: string, rootId: string, requestId = newId()) =>
  mergePatients(database.db, { requestId, by: 'ada', aliasId, rootId }, isoNow())
const undo = (rootId: string, mergeId: string, requestId = newId()) =>
  undoMerge(database.db, { requestId, by: 'ada', rootId, mergeId }, isoNow())
const rootOf = async (patientId: string) =>
  (await database.db.patientRoot.findUniqueOrThrow({ where: { patientId } })).rootId
const red = async () =>
  (await readInvariants(database.db, isoNow())).filter(({ broken }) => broken.length > 0).map(({ name }) => name)

test('a guest is registered with the visit they book, and named in no event', async () => {
  const id = await book(database.db, 0)
  const { patientId } = await database.db.appointment.findUniqueOrThrow({ where: { id } })
  expect(await rootOf(patientId)).toBe(patientId)
  expect((await load(database.db, patientId)).map(({ event }) => event)).toEqual([
    { type: 'PatientRegistered', data: { patientId, by: 'booking' } },
  ])
})

test('the same registration, ten times at once, is one person', async () => {
  const request = { requestId: newId(), by: 'ada', facts }
  const ids = await Promise.all(Array.from({ length: 10 }, () => registerPatient(database.db, request, isoNow())))
  expect(new Set(ids.map(({ value }) => value.patientId)).size).toBe(1)
  const row = await database.db.patient.findUniqueOrThrow({ where: { id: ids[0]?.value.patientId ?? '' } })
  expect(JSON.stringify(row)).not.toContain('Diallo')
})

test('a guest of an earlier release is registered by the sweep, once', async () => {
  const patientId = newId()
  await database.db.$executeRaw`
    insert into patient (id, name, language, created_at, name_index, name_folding)
    select ${patientId}::uuid, name, language, created_at, name_index, name_folding from patient limit 1`
  expect(await red()).toEqual(['Everybody of whom something is kept is registered.'])
  expect(await registerGuests(database.db, isoNow())).toBe(1)
  expect(await registerGuests(database.db, isoNow())).toBe(0)
  expect(await red()).toEqual([])
})

test('a merge takes the aliases along, its undoing gives just them back, and a rebuild says the same', async () => {
  const [guest, amina, theo] = [await registered(), await registered(), await registered()]
  const first = await merge(guest, amina)
  const second = await merge(amina, theo)
  if (!first.ok || !second.ok) throw new Error('not merged')
  expect(await Promise.all([guest, amina, theo].map(rootOf))).toEqual([theo, theo, theo])
  expect(await undo(amina, first.value.mergeId)).toMatchObject({ ok: false, refused: 'merge_overtaken' })
  expect(await merge(guest, await registered())).toMatchObject({ ok: false, refused: 'patient_merged' })
  expect(await undo(theo, second.value.mergeId)).toMatchObject({ ok: true })
  expect(await Promise.all([guest, amina, theo].map(rootOf))).toEqual([amina, amina, theo])
  const before = await database.db.patientRoot.findMany({ orderBy: { patientId: 'asc' } })
  await rebuild(database.db)
  expect(await database.db.patientRoot.findMany({ orderBy: { patientId: 'asc' } })).toEqual(before)
  expect(await red()).toEqual([])
})

test('the same merge twice is once, and so is its undoing', async () => {
  const [alias, root, requestId] = [await registered(), await registered(), newId()]
  const answers = await Promise.all([merge(alias, root, requestId), merge(alias, root, requestId)])
  expect(answers[0]).toEqual(answers[1])
  expect(await load(database.db, root)).toHaveLength(2)
  const mergeId = answers[0].ok ? answers[0].value.mergeId : ''
  const undoId = newId()
  await Promise.all([undo(root, mergeId, undoId), undo(root, mergeId, undoId)])
  expect(await load(database.db, root)).toHaveLength(3)
})

test('two who merge the same people both ways at once: one does, the other is told, nobody waits for each other', async () => {
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await registered(), await registered()]
    const answers = await Promise.all([merge(one, other), merge(other, one)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refused: 'patient_merged' })
    expect(await rootOf(one)).toBe(await rootOf(other))
  }
  expect(await red()).toEqual([])
})

test('many who merge and take back among four at once leave every alias with a root', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, registered))
  const anyone = (index: number) => people[index % people.length] ?? ''
  const acts = Array.from({ length: 24 }, async (_, index) => {
    const merged = await merge(anyone(index), anyone(index + 1 + (index % 3)))
    if (merged.ok && index % 2) await undo(anyone(index + 1 + (index % 3)), merged.value.mergeId)
  })
  await Promise.all(acts)
  expect(await red()).toEqual([])
  for (const id of people) {
    const record = replay((await load(database.db, id)).filter(isOfPatient).map(({ event }) => event))
    expect(record.state).toBe('registered')
  }
})
