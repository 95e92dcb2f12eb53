import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { book, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { rebuild } from './rebuild'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const tables = ['appointment', 'slot_claim', 'run', 'saga', 'saga_step_attempt', 'patient_root']

/** Every row of every projection, as Postgres writes it. */
async function dump(): Promise<string[]> {
  const queries = tables.map((table) => `select '${table}' || t::text as row from ${table} t`)
  const rows = await database.db.$queryRawUnsafe<{ row: string }[]>(`${queries.join(' union all ')} order by 1`)
  return rows.map(({ row }) => row)
}

test('throwing the read models away and rebuilding them yields the same rows, byte for byte', async () => {
  const { db } = database
  const [done, confirmed] = [await book(db, 0), await book(db, 1)]
  await carryAll(db)
  const now = isoNow()
  await confirmAppointment(
    db,
    { requestId: newId(), appointmentId: confirmed, by: { role: 'doctor', id: doctors.helene.id } },
    now,
  )
  await carryAll(db)
  await setDemoFault(db, 'mail', 'refuses')
  await book(db, 2)
  await carryAll(db)
  await book(db, 3)

  const before = await dump()
  expect(before.filter((row) => row.startsWith('appointment'))).toHaveLength(4)
  expect(before.filter((row) => row.startsWith('patient_root'))).toHaveLength(4)
  expect(before.filter((row) => row.startsWith('slot_claim'))).toHaveLength(3)
  expect(before.join()).toContain(done)
  const { streams } = await rebuild(db)
  expect(streams).toBe(4 + 5 + 4)
  expect(await dump()).toEqual(before)
})

test('a changed read model is put right by a rebuild', async () => {
  const { db } = database
  const before = await dump()
  await db.$executeRaw`update appointment set status = 'ended'`
  expect(await dump()).not.toEqual(before)
  await rebuild(db)
  expect(await dump()).toEqual(before)
})
