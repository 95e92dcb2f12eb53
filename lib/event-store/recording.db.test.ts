import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sagas } from '@/inngest/sagas/sagas'
import { runSaga } from '@/inngest/run-saga'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { createAppointment } from '@/lib/commands/create-appointment'
import { newId } from '@/lib/ids'
import { doctors, patients } from '@/prisma/cast'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { rebuild } from './rebuild'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('first look', async () => {
  const { db } = database
  const now = new Date().toISOString()
  const at = '2026-11-24T08:30:00.000Z'
  const result = await createAppointment(db, { requestId: newId(), doctorSlug: 'helene-vasseur', startsAt: '2026-11-24T07:50:00.000Z', patient: patients.amina }, now)
  expect(result).toMatchObject({ ok: true })
  const saga = await db.saga.findFirstOrThrow()
  await runSaga(sagas, { sagaId: saga.sagaId }, (name, work) => { console.log(name); return work() })
  console.log(await db.saga.findMany(), await db.sagaStepAttempt.findMany(), (await db.message.findMany()).length)
  const c = await confirmAppointment(db, { requestId: newId(), appointmentId: saga.appointmentId, doctorId: doctors.helene.id }, now)
  console.log(c)
})
