import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { countSignInTry } from './count-sign-in-try'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('an account is tried ten times a minute, however it is written, and no other account suffers', async () => {
  const { db } = database
  const now = Date.parse('2026-11-24T09:00:00.000Z')
  const tryOnce = (email: string, ms: number) => countSignInTry(db, email, new Date(now + ms).toISOString())
  const spellings = ['ada@lilas.example', 'Ada@Lilas.example', ' ada@lilas.example ']
  for (let number = 0; number < 10; number++) {
    expect(await tryOnce(spellings[number % 3] ?? '', number)).toMatchObject({ ok: true })
  }
  expect(await tryOnce('ada@lilas.example', 11)).toMatchObject({ refused: 'too_many_tries' })
  expect(await tryOnce('helene@lilas.example', 12)).toMatchObject({ ok: true })
  expect(await tryOnce('ada@lilas.example', 60_001)).toMatchObject({ ok: true })
  expect(await db.signInTry.count()).toBe(2)
})
