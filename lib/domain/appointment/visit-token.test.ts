import { expect, test } from 'vitest'
import { linkEndsAt, readVisitToken, tokenLetters } from './visit-token'

const token = '7KQ2M9XD01ABCDEFGHJKNPRSTV'

test('a token is read however it was copied, read out or typed', () => {
  const ways = [
    token.toLowerCase(),
    `${token.slice(0, 4)}-${token.slice(4, 13)}-${token.slice(13)}`,
    ` ${token.slice(0, 13)} ${token.slice(13)}\n`,
    token.replace('0', 'O'),
    token.replace('0', 'o').replace('1', 'l'),
    token.replace('1', 'I'),
    `\u202A${token}\u202C`,
    token.replace('7', '７'),
  ]
  expect(ways.map(readVisitToken)).toEqual(ways.map(() => token))
  expect(readVisitToken(`${token}0`)).not.toBe(token)
})

test('a token’s letters cannot be taken for one another', () => {
  expect(readVisitToken(tokenLetters)).toBe(tokenLetters)
  expect(new Set(tokenLetters)).toHaveProperty('size', 32)
})

test('a link opens its page until thirty days after the visit', () => {
  expect(linkEndsAt({ startsAt: '2026-12-01T08:00:00.000Z' })).toBe('2026-12-31T08:00:00.000Z')
})
