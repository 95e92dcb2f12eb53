import { withoutInvisible } from './visible'

/**
 * Letters of Europe that Unicode does not take apart, as people write them who have no such key. What is an accent, a
 * ligature or full-width needs no entry.
 */
const plainly: Record<string, string> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ĸ: 'k' },
  ...{ ə: 'e', ǥ: 'g', ɨ: 'i', ƶ: 'z', ʒ: 'z', ȷ: 'j', ς: 'σ', ґ: 'г' },
}
const letters = new RegExp(`[${Object.keys(plainly).join('')}]`, 'gu')

/** How some write what others write with one letter: Müller and Mueller, Håkon and Haakon, Đoković and Djokovic. */
const inTwo: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' }
const toOne = /(?<=[aou])e|(?<=a)a|(?<=d)j/g

/**
 * Returns a text as names are compared: in small letters of a to z where Europe writes Latin, without accents, with one
 * space for all that is neither letter nor digit. Greek, Cyrillic and other scripts stay what they are, without their
 * marks. Folding twice is folding once.
 */
export function fold(text: string): string {
  const small = withoutInvisible(text).normalize('NFKD').toLowerCase().normalize('NFKD')
  const marked = small.replace(/[\p{M}\p{Cf}]/gu, '').replace(/(?<=l)·(?=l)/g, '')
  const plain = marked.replace(letters, (letter) => plainly[letter] ?? letter)
  // Some apostrophes are letters to Unicode.
  return plain
    .replace(/[^\p{L}\p{N}]+|[\u02b0-\u02ff]+/gu, ' ')
    .trim()
    .replace(/ +/g, ' ')
}

/** Returns the words of a text as they are searched for, each once. */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))]
}

/** Returns a text folded in each way that somebody may write it, the usual one first. */
export function spellings(text: string): string[] {
  const written = text.normalize('NFC').replace(/[äöüøåđ]/giu, (letter) => inTwo[letter.toLowerCase()] ?? letter)
  return [...new Set([fold(text), fold(written), fold(text).replace(toOne, '')])]
}

/**
 * Returns the words by which somebody of this name is found: each in every spelling, and what stands between two spaces
 * or hyphens also as one (`O’Brien` by o, brien and obrien, `Anne-Lise` by anne, lise and annelise).
 */
export function wordsToFind(name: string): string[] {
  const tokens = withoutInvisible(name)
    .split(/\s+/)
    .flatMap((token) => [token, ...token.split(/\p{Pd}/u)])
  const words = tokens.flatMap(spellings).flatMap((spelling) => [...spelling.split(' '), spelling.replaceAll(' ', '')])
  return [...new Set(words.filter(Boolean))]
}
