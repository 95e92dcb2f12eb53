import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listAccounts } from '@/lib/queries/people/accounts'
import { listDoctors } from '@/lib/queries/people/doctors'
import { doctors } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

/** Names of ours, which nobody reads in an order. */
const technical = ['event_cursor', 'lease', 'measure', 'outbox', 'service_circuit']

test('every column with a name that people write is ordered as people read it', async () => {
  const columns = await database.db.$queryRaw<{ table: string; column: string; collation: string | null }[]>`
    select table_name as table, column_name as column, collation_name as collation from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and column_name ~ '^name(_|$)'`
  const people = columns.filter(({ table }) => !technical.includes(table))
  expect(people.map(({ table }) => table)).toEqual(expect.arrayContaining(['doctor', 'user', 'visit_type', 'holiday']))
  expect(people.filter(({ collation }) => !collation?.endsWith('-x-icu'))).toEqual([])
})

const inOrder = ['Æsa', 'Anne', 'anne-lise', 'Émile', 'Eva', 'Łukasz', 'Œuvre', 'Øyvind', 'Zoé']

test('doctors and accounts come by name: Émile between Anne and Zoé, whatever the letters', async () => {
  const { db } = database
  const { id: _, userId: __, ...helene } = await db.doctor.findUniqueOrThrow({ where: { id: doctors.helene.id } })
  const shuffled = inOrder.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const name of shuffled) {
    const [id, email] = [newId(), `${newId()}@lilas.example`]
    await db.doctor.create({ data: { ...helene, id, slug: id, name, email } })
    const at = new Date(isoNow())
    await db.user.create({
      data: { id, name, email, role: 'staff', emailVerified: true, createdAt: at, updatedAt: at },
    })
  }
  const ours = (names: readonly { name: string }[]) =>
    names.map(({ name }) => name).filter((name) => inOrder.includes(name))
  expect(ours(await listDoctors(db))).toEqual(inOrder)
  expect(ours(await listAccounts(db))).toEqual(inOrder)
})
