import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { patients } from '@/prisma/demo/cast'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { makeSignInCode, redeemSignInCode, storeCodeMail } from './sign-in-code'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  await book(database.db, 0)
})
afterAll(() => database.drop())

const { email } = patients.amina
const now = isoNow()
/** Tries to have mail are counted by the minute: each test has minutes of its own. */
const minutes = (count: number) => laterBy(now, count * minuteMs)

/** Somebody with a browser of their own. */
function browser(address: string = email) {
  let asked = { email: address, secret: newSecret() }
  return {
    async ask(at: string): Promise<string> {
      asked = { email: address, secret: newSecret() }
      const made = await makeSignInCode(database.db, asked, at)
      return made.ok ? made.value.code : made.refused
    },
    redeem: (code: string, at: string) => redeemSignInCode(database.db, asked, code, at),
  }
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a code is good once', async () => {
  const amina = browser()
  const code = await amina.ask(now)
  expect(await amina.redeem(code, now)).toMatchObject({ ok: true })
  expect(await amina.redeem(code, now)).toMatchObject({ refused: 'code_over' })
})

test('a code is over after ten minutes, after five wrong tries, and when another was sent', async () => {
  const amina = browser()
  const late = await amina.ask(minutes(2))
  expect(await amina.redeem(late, minutes(12))).toMatchObject({ refused: 'code_over' })

  const guessed = await amina.ask(minutes(2))
  for (let tries = 0; tries < 5; tries++)
    expect(await amina.redeem(wrong(guessed), minutes(2))).toMatchObject({ refused: 'code_wrong' })
  expect(await amina.redeem(guessed, minutes(2))).toMatchObject({ refused: 'code_over' })

  const first = await amina.ask(minutes(4))
  const second = await amina.ask(minutes(4))
  if (first !== second) expect(await amina.redeem(first, minutes(4))).toMatchObject({ refused: 'code_wrong' })
  expect(await amina.redeem(second, minutes(4))).toMatchObject({ ok: true })
})

test('guesses made at once are all counted, and of many who send the right code one gets in', async () => {
  const amina = browser()
  const code = await amina.ask(minutes(6))
  const answers = await Promise.all(Array.from({ length: 20 }, () => amina.redeem(wrong(code), minutes(6))))
  expect(answers.filter((answer) => !answer.ok && answer.refused === 'code_wrong')).toHaveLength(5)
  const again = await amina.ask(minutes(6))
  const right = await Promise.all(Array.from({ length: 5 }, () => amina.redeem(again, minutes(6))))
  expect(right.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a stranger who asks with the same address, guesses, or learns the code touches their own code alone', async () => {
  const [amina, stranger] = [browser(), browser()]
  const code = await amina.ask(minutes(8))
  const theirs = await stranger.ask(minutes(8))
  for (let tries = 0; tries < 6; tries++) await stranger.redeem(wrong(theirs), minutes(8))
  if (code !== theirs) expect(await stranger.redeem(code, minutes(8))).toMatchObject({ refused: 'code_over' })
  expect(await amina.redeem(code, minutes(8))).toMatchObject({ ok: true })
})

test('one address is mailed three codes a minute at most', async () => {
  const amina = browser()
  const codes = []
  for (let count = 0; count < 4; count++) codes.push(await amina.ask(minutes(10)))
  expect(codes.map((code) => /^\d{6}$/.test(code))).toEqual([true, true, true, false])
})

test('an address that nobody booked with is answered like any other, and is sent nothing', async () => {
  const nobody = browser('nobody@example.org')
  const code = await nobody.ask(minutes(12))
  const before = await database.db.message.count()
  const render = async () => ({ subject: '', text: code, html: null, ics: null })
  expect(await storeCodeMail(database.db, 'nobody@example.org', render, now)).toBeNull()
  expect(await database.db.message.count()).toBe(before)
  expect(await storeCodeMail(database.db, email, render, now)).toMatch(/^sign-in:/)
  for (let tries = 0; tries < 5; tries++)
    expect(await nobody.redeem(wrong(code), minutes(12))).toMatchObject({ refused: 'code_wrong' })
  expect(await nobody.redeem(code, minutes(12))).toMatchObject({ refused: 'code_over' })
})
