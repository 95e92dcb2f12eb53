import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { blindIndex } from '@/lib/db/sealed'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listSagas } from '@/lib/queries/saga/saga-list'
import { doctors, patients } from '@/prisma/demo/cast'
import { offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { indexNamesAnew } from './index-names-anew'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('names of an earlier release are found by its folding until they are indexed anew, in portions, and then by today’s', async () => {
  const { db } = database
  const startsAt = (await offeredSlots(db))[0]?.startsAt ?? ''
  const patient = { ...patients.karim, name: 'Lœtitia Cœur' }
  const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt, patient }
  expect(await createAppointment(db, request, isoNow())).toMatchObject({ ok: true })
  const finds = async (search: string) => {
    const none = { tab: null, type: null, doctorId: null, since: null, cause: null }
    return (await listSagas(db, { ...none, search }, null)).rows.length === 1
  }
  expect([await finds('loetitia'), await finds('LŒTITIA cœur')]).toEqual([true, true])

  const asBefore = ['lœtitia', 'cœur'].map((word) => blindIndex(`name ${word}`))
  await db.patient.updateMany({ data: { nameIndex: asBefore, nameFolding: null } })
  await db.$executeRaw`
    insert into patient select gen_random_uuid(), name, email, email_index, phone, language, created_at
    from patient, generate_series(1, 1100)`
  await db.patient.updateMany({ data: { nameIndex: asBefore } })
  expect([await finds('loetitia'), await finds('LŒTITIA cœur')]).toEqual([false, true])

  const left = () => db.patient.count({ where: { nameFolding: null } })
  expect([await indexNamesAnew(db, 1), await left()]).toEqual([500, 601])
  expect([await finds('LŒTITIA cœur')]).toEqual([true])
  expect([await indexNamesAnew(db, 20), await left()]).toEqual([601, 0])
  expect(await indexNamesAnew(db, 20)).toBe(0)
  expect([await finds('loetitia'), await finds('LŒTITIA cœur')]).toEqual([true, true])
})
