import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { complainer } from '@/tests/fixtures/event-schemas'
import { streamAll, topic } from '@/tests/fixtures/topic'
import { visitOf } from '@/tests/fixtures/visit'
import { load } from './load'
import { rebuild } from './rebuild'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const id = '7d9f3c1e-0a6b-4a55-8a4e-7f1f6c0f5b7e'
const [booking, moving] = ['b0c1e0ea-5c0a-5a51-8d0c-6d1d3b0f9c55', '0d5b7f52-7b0e-4c58-9d0a-0f3f5c1b2a90']
const slot = `"doctorId":"${doctors.helene.id}","startsAt":"2036-11-25T08:00:00.000Z","endsAt":"2036-11-25T08:20:00.000Z"`
const started = (saga: string, type: string, turn: number, plan: string) =>
  `{"sagaId":"${saga}","sagaType":"${type}","appointmentId":"${id}","turn":${turn},"causedBy":"${newId()}","plan":${plan}}`
const firstPlan = '{"steps":[{"name":"email-patient","undo":"nothing","patienceSeconds":86400}],"afterUndo":[]}'
const secondPlan = `{"forwardOnly":false,"afterUndo":[],"steps":[
  {"name":"email-patient-moved","service":"mail","undo":false,"patienceSeconds":86400}]}`

/** A visit and its sagas as the first releases wrote them, every row under version 1. */
const stored: [streamId: string, version: number, type: string, data: string][] = [
  [id, 1, 'AppointmentCreated', `{"appointmentId":"${id}",${slot},"patientId":"${newId()}","sms":true}`],
  [booking, 1, 'SagaStarted', started(booking, 'appointment-created', 1, firstPlan)],
  [booking, 2, 'StepStarted', '{"step":"email-patient","attempt":1,"key":"k","deadlineAt":"2026-11-22T09:00:20.000Z"}'],
  [booking, 3, 'StepSucceeded', '{"step":"email-patient","attempt":1}'],
  [booking, 4, 'SagaCompleted', '{"outcome":"done"}'],
  [id, 2, 'ConfirmationReverted', `{"appointmentId":"${id}"}`],
  [id, 3, 'AppointmentRescheduled', `{"appointmentId":"${id}",${slot.replaceAll('T08', 'T09')},"by":"patient"}`],
  [moving, 1, 'SagaStarted', started(moving, 'appointment-rescheduled', 3, secondPlan)],
]

test('a visit of the first release is rebuilt, goes on, and leaves in today’s shape', async () => {
  const { db } = database
  for (const [streamId, version, type, data] of stored) {
    await db.$executeRaw`
      insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at)
      values (${newId()}::uuid, ${streamId}::uuid, ${version}, ${type}, 1, ${data}::jsonb, '{}', '2026-11-22T09:00:00Z')`
  }
  await rebuild(db)
  const visit = visitOf(db, id)
  expect(await visit.row()).toMatchObject({ status: 'requested', visitTypeId: null, beforeMinutes: 0, version: 3 })
  expect(await visit.saga('appointment-created')).toMatchObject({
    status: 'COMPLETED',
    attempts: [{ service: 'mail' }],
  })

  expect(await visit.confirm()).toMatchObject({ ok: true })
  const [first] = await load(db, id)
  expect(first?.event.data).toMatchObject({ mail: true, sms: true, visitTypeId: null })
  const { stepNames } = await visit.saga('appointment-confirmed')
  expect(stepNames).toEqual(expect.arrayContaining(['email-confirmation', 'text-confirmation']))

  const { deliver, arrived, batches } = topic()
  await streamAll(db, deliver, stored.length + 2)
  expect(arrived()).toHaveLength(stored.length + 2)
  const complain = complainer()
  expect(batches.flat().flatMap(({ value }) => complain(value))).toEqual([])
})

test('what is recorded now says the version of its own type', async () => {
  const rows = await database.db.event.findMany({ orderBy: { globalPosition: 'asc' }, skip: stored.length })
  expect(rows.map(({ type, schemaVersion }) => [type, schemaVersion])).toEqual([
    ['AppointmentConfirmed', 3],
    ['SagaStarted', 3],
  ])
})
