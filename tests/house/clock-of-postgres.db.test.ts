import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { clockOfPostgres } from './clock-of-postgres'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('after all migrations nothing in the clinic’s database asks what time it is: no default, no function, no view', async () => {
  const parts = await database.db.$queryRaw<{ name: string; text: string }[]>`
    select d.adrelid::regclass::text || '.' || a.attname as name, pg_get_expr(d.adbin, d.adrelid) as text
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    union all
    select c.conrelid::regclass::text || '.' || c.conname, pg_get_constraintdef(c.oid) from pg_constraint c
    union all
    select p.oid::regproc::text, p.prosrc from pg_proc p where p.pronamespace = 'public'::regnamespace
    union all
    select v.viewname, v.definition from pg_views v where v.schemaname = 'public'`
  expect(parts.length).toBeGreaterThan(20)
  // The table of Prisma's own command line, which relies on its default.
  const ours = parts.filter(({ name }) => !name.startsWith('_prisma_migrations.'))
  expect(ours.filter(({ text }) => clockOfPostgres.test(text)).map(({ name }) => name)).toEqual([])
})
