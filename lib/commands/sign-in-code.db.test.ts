import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { patients } from '@/prisma/cast'
import { book } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { offerSignInCode, redeemSignInCode } from './sign-in-code'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  await book(database.db, 0)
})
afterAll(() => database.drop())

const { email } = patients.amina
const now = new Date().toISOString()
const redeem = (code: string, at = now) => redeemSignInCode(database.db, email, code, at)

async function offered(address: string = email, at = now): Promise<string> {
  let code = ''
  await offerSignInCode(
    database.db,
    address,
    async (made) => {
      code = made
      return { subject: '', text: made, html: null, ics: null }
    },
    at,
  )
  return code
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a code is good once', async () => {
  const code = await offered()
  expect(await redeem(code)).toMatchObject({ ok: true })
  expect(await redeem(code)).toMatchObject({ refused: 'code_over' })
})

test('a code is over after ten minutes, after five wrong tries, and when another was sent', async () => {
  const late = await offered()
  expect(await redeem(late, laterBy(now, 600_000))).toMatchObject({ refused: 'code_over' })

  const guessed = await offered()
  for (let tries = 0; tries < 5; tries++) expect(await redeem(wrong(guessed))).toMatchObject({ refused: 'code_wrong' })
  expect(await redeem(guessed)).toMatchObject({ refused: 'code_over' })

  const first = await offered(email, laterBy(now, 61_000))
  const second = await offered(email, laterBy(now, 61_000))
  if (first !== second) expect(await redeem(first)).toMatchObject({ refused: 'code_wrong' })
  expect(await redeem(second)).toMatchObject({ ok: true })
})

test('guesses made at once are all counted, and of many who send the right code one gets in', async () => {
  const code = await offered(email, laterBy(now, 180_000))
  const at = laterBy(now, 180_000)
  const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(wrong(code), at)))
  expect(answers.filter((answer) => !answer.ok && answer.refused === 'code_wrong')).toHaveLength(5)
  const again = await offered(email, at)
  const right = await Promise.all(Array.from({ length: 5 }, () => redeem(again, at)))
  expect(right.filter(({ ok }) => ok)).toHaveLength(1)
})

test('one address is mailed three codes a minute at most', async () => {
  const at = laterBy(now, 600_000)
  const codes = []
  for (let count = 0; count < 4; count++) codes.push(await offered(email, at))
  expect(codes.map((code) => code !== '')).toEqual([true, true, true, false])
})

test('an address that nobody booked with is sent nothing', async () => {
  const before = await database.db.message.count()
  expect(await offered('nobody@example.org')).toBe('')
  expect(await database.db.message.count()).toBe(before)
})
