import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { reachedBy } from '@/lib/domain/messages/channels'
import { plans, type SagaType } from '@/lib/domain/saga/plans'
import { minuteMs } from '@/lib/domain/time'
import type { FailpointName } from '@/lib/failpoint'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, deliver } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { type Failpoints, startFailpoints } from '@/tests/proofs/lab/failpoints'

let database: TestDatabase
let failpoints: Failpoints
beforeAll(async () => {
  failpoints = await startFailpoints()
  process.env.CARNET_FAILPOINTS = failpoints.url
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(async () => {
  delete process.env.CARNET_FAILPOINTS
  failpoints.stop()
  await database.drop()
})
beforeEach(() => failpoints.release())
afterEach(() => {
  vi.useRealTimers()
})
const by = { role: 'doctor', id: doctors.helene.id } as const
const points: FailpointName[] = ['before-intent', 'after-intent', 'after-answer', 'after-outcome']
const types = ['appointment-created', 'appointment-confirmed'] as const satisfies SagaType[]
const moments = types.flatMap((type) =>
  plans[type]
    .plan(reachedBy('mail', 'sms'))
    .steps.flatMap(({ name: step }) => points.map((point) => ({ type, step, point }))),
)

test.each(moments)('a visit called off at $type/$step, $point, leaves nothing and is told once', async (moment) => {
  const { db } = database
  const id = await book(db, 0)
  const sagaOf = (type: SagaType) => db.saga.findFirstOrThrow({ where: { subjectId: id, type } })
  if (moment.type === 'appointment-confirmed') {
    await deliver((await sagaOf('appointment-created')).sagaId)
    await confirmAppointment(
      db,
      { requestId: newId(), appointmentId: id, by: { role: 'doctor', id: doctors.helene.id } },
      isoNow(),
    )
  }
  const { sagaId } = await sagaOf(moment.type)
  failpoints.runTo({ name: moment.point, sagaId, step: moment.step })
  const carrying = deliver(sagaId)
  await vi.waitFor(() => expect(failpoints.isAt(sagaId)).toBe(true), { timeout: minuteMs })

  const cancelled = await cancelAppointment(db, { requestId: newId(), appointmentId: id, by, reason: null }, isoNow())
  expect(cancelled.ok).toBe(true)
  await deliver((await sagaOf('appointment-cancelled')).sagaId)
  failpoints.release()
  await carrying
  await carryToRest(db)

  const { outcome } = await sagaOf('appointment-cancelled')
  expect(outcome).toBe('done')
  expect(await db.calendarEvent.count({ where: { appointmentId: id } })).toBe(0)
  expect(await db.slotClaim.count({ where: { appointmentId: id } })).toBe(0)
  expect(await db.reminder.count({ where: { appointmentId: id, status: 'waiting' } })).toBe(0)
  expect(await db.message.count({ where: { subjectId: id, kind: 'cancelled', status: 'sent' } })).toBe(1)
  const broken = (await readInvariants(db, isoNow())).filter(({ broken: rows }) => rows.length > 0)
  expect(broken).toEqual([])
})
