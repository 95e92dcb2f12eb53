import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { openSaga } from '@/lib/commands/saga/open-saga'
import { isoNow } from '@/lib/iso-now'
import { log } from '@/lib/telemetry/log'
import { patients } from '@/prisma/demo/cast'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { mail } from './effects'
import { perform } from './perform'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

/** What is logged from now on, each line with what its log always says. */
function hear(): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = []
  const hearing = (always: object) => ({
    error: (said: object, msg: string) => lines.push({ ...always, ...said, msg }),
  })
  vi.spyOn(log(), 'child').mockImplementation((always) => hearing(always) as never)
  vi.spyOn(log(), 'error').mockImplementation(hearing({}).error as never)
  return lines
}

test('a message that a fault of ours keeps back is logged once, with the saga it belongs to and nobody’s name', async () => {
  const { db } = database
  const { sagaId, subjectId: appointmentId } = await visitOf(db, await book(db, 0)).saga('appointment-created')
  const message = { key: 'unreadable', channel: 'mail', kind: 'requested', role: 'patient', status: 'stored' }
  const unreadable = new TextEncoder().encode(patients.amina.email.repeat(4))
  await db.message.create({
    data: { ...message, recipient: unreadable, content: unreadable, createdAt: new Date() },
  })
  const lines = hear()
  const open = await openSaga(db, sagaId, isoNow())
  const call = { key: 'unreadable', signal: AbortSignal.timeout(10_000), lostSince: null }
  expect(await perform(mail('requested'), open, 'email-patient', call)).toEqual({
    ok: false,
    failure: { service: 'carnet', kind: 'transient', status: null },
  })
  expect(lines).toEqual([
    {
      sagaId,
      appointmentId,
      eventType: 'appointment-created',
      step: 'email-patient',
      attempt: 0,
      fault: { name: 'Error', code: undefined, stack: expect.arrayContaining([expect.stringContaining('open')]) },
      msg: 'an effect failed by a fault of ours',
    },
  ])
  expect(JSON.stringify(lines)).not.toContain(patients.amina.email)
})
