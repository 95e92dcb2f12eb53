import { expect, test } from 'vitest'
import { asAddress, asOneWord, withoutInvisible } from './visible'

/** By their code points. */
const invisible: [what: string, codePoints: string][] = [
  ['marks of direction', '202A 202B 202C 202D 202E 2066 2067 2068 2069'],
  ['single marks of direction', '200E 200F 061C'],
  ['zero width', '200B 200C 200D 2060 FEFF'],
  ['a soft hyphen', 'AD'],
  ['a joiner, a filler, a variation', '034F 115F 3164 FFA0 FE0F E0100'],
  ['hidden letters', 'E0041 E007F'],
  ['annotations', 'FFF9 FFFA FFFB'],
  ['what steers a terminal', '0 7 1B 7F 80 9F'],
  ['half a character', 'D83D DE00'],
]

test.each(invisible)('%s: gone, wherever it stands', (_, codePoints) => {
  for (const codePoint of codePoints.split(' ')) {
    const it = String.fromCodePoint(Number.parseInt(codePoint, 16))
    expect(withoutInvisible(`${it}Ami${it}na${it}`), codePoint).toBe('Amina')
  }
})

test('a space that looks like one is one, and lines stay lines', () => {
  for (const space of ['\u00A0', '\u202F', '\u2009', '\u3000', '\u2800'])
    expect(withoutInvisible(`Amina${space}Benali`)).toBe('Amina Benali')
  expect(withoutInvisible('one\r\n\ttwo\u2028three')).toBe('one\r\n\ttwo\nthree')
})

test('what is seen stays as it is', () => {
  for (const name of ['Zoé D’Été-Łukasz', 'Ζωή', 'Анна', 'محمد', '李小龍', 'Nguyễn', '𝒵', 'e\u0301'])
    expect(withoutInvisible(name)).toBe(name)
})

test('a code has no spaces, and full-width figures are the usual ones', () => {
  expect(asOneWord('１２３\u00A0\u200B456 ')).toBe('123456')
})

test('an address has none but what may be a slip inside of it', () => {
  for (const pasted of [
    '\u2066 amina＠example．org\u00A0\u2069',
    'amina @ example.org',
    'am\u00A0ina@exam\u00ADple.org',
  ])
    expect(asAddress(pasted)).toBe('amina@example.org')
  expect(asAddress(' jean martin@example.org')).toBe('jean martin@example.org')
})
