import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { Db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { listSagas } from '@/lib/queries/saga/saga-list'
import { findSaga } from '@/lib/queries/saga/sagas'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { demoVisits } from './demo-visits'
import { seed } from './seed'

const now = isoNow()
const all = { tab: null, type: null, doctorId: null, since: null, cause: null, search: null }
let database: TestDatabase
let db: Db

beforeAll(async () => {
  vi.stubEnv('STEP_DEADLINE_MS', '300')
  vi.stubEnv('DRIVER_GRACE_MS', '300')
  database = await createTestDatabase(inject('postgresUrl'))
  db = database.db
})
afterAll(() => database.drop())

test('a seed that is killed at any moment is finished by the next one, and a further one changes nothing', async () => {
  for (const statements of [20, 100, 101, 102, 103, 300, 400]) {
    await expect(seed(dyingAfter(statements), { now })).rejects.toThrow('killed')
  }
  become(db)
  await seed(db, { now })
  const after = await countAll()
  expect(after).toMatchObject({ appointments: demoVisits.length, unfinished: 0, unacknowledged: 0, linked: 2 })
  await seed(db, { now })
  expect(await countAll()).toEqual(after)
})

test('its failed booking is undone, needs a person and is the first that the admin sees', async () => {
  const { rows } = await listSagas(db, all, null)
  expect(rows[0]).toMatchObject({
    status: 'FAILED',
    outcome: 'undone',
    needsAttention: true,
    type: 'appointment-created',
  })
  expect(rows.filter(({ needsAttention }) => needsAttention)).toHaveLength(1)
  const saga = await findSaga(db, rows[0]?.sagaId ?? '')
  expect(saga?.attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'load-people succeeded',
    'add-calendar-event succeeded',
    'email-patient refused',
    'undo:add-calendar-event succeeded',
    'decline-appointment succeeded',
    'email-patient-not-booked refused',
  ])
  expect(await db.demoFault.findMany({ where: { mode: { not: 'works' } } })).toEqual([])
})

async function countAll() {
  const [appointments, events, messages, accounts, unfinished, unacknowledged, linked] = await Promise.all([
    db.appointment.count(),
    db.event.count(),
    db.message.count(),
    db.account.count(),
    db.saga.count({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } }),
    db.outbox.count({ where: { status: { not: 'ACKED' } } }),
    db.doctor.count({ where: { userId: { not: null } } }),
  ])
  return { appointments, events, messages, accounts, unfinished, unacknowledged, linked }
}

/** The same database, to a process that dies after so many statements. */
function dyingAfter(statements: number): Db {
  let left = statements
  const dying = db.$extends({
    query: {
      async $allOperations({ args, query }) {
        if (left-- <= 0) throw new Error('killed')
        return query(args)
      },
    },
  })
  return become(dying as unknown as Db)
}

/** The runner of sagas asks for the process's own client. */
function become(client: Db): Db {
  Object.assign(globalThis, { carnetDb: client })
  return client
}
