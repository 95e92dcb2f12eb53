import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { blindIndex } from '@/lib/db/sealed'
import { hourMs, laterBy } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { findPatientSession } from '@/lib/queries/people/patient-sessions'
import { patients } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { beginPatientSession, endPatientSession } from './patient-session'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const { email } = patients.amina
const now = isoNow()

test('a patient is signed in for eight hours, and by nothing but what their browser shows', async () => {
  const { db } = database
  const token = await beginPatientSession(db, email, now)
  expect(await findPatientSession(db, token, laterBy(now, 7.9 * hourMs))).toEqual(blindIndex(email))
  expect(await findPatientSession(db, token, laterBy(now, 8 * hourMs))).toBeUndefined()
  expect(await findPatientSession(db, '', now)).toBeUndefined()
  const [row] = await db.patientSession.findMany()
  expect(JSON.stringify(row)).not.toContain(token)
})

test('whoever signs out is signed out there alone, and a copy of what the browser showed opens nothing', async () => {
  const { db } = database
  const [here, elsewhere] = [await beginPatientSession(db, email, now), await beginPatientSession(db, email, now)]
  await endPatientSession(db, here)
  expect(await findPatientSession(db, here, now)).toBeUndefined()
  expect(await findPatientSession(db, elsewhere, now)).toEqual(blindIndex(email))
})
