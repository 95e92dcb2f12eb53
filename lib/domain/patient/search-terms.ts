import { foldedWords, wordsToFind } from '@/lib/domain/people/fold'
import { withoutInvisible } from '@/lib/domain/people/visible'
import type { PatientFacts } from './patient-facts'

/** What is known of somebody by which they are found. */
export type Findable = { name: string } & {
  [Trait in 'birthName' | 'usedName' | 'firstNames' | 'phone' | 'email' | 'birthDate']?: PatientFacts[Trait] | null
}

const shortest = 2
const longest = 8

/**
 * Returns the terms by which somebody is found: each word of their names, whole and by its first two to eight letters;
 * their number and its last four digits; their address; the day and the year of their birth.
 */
export function termsOf({ name, birthName, usedName, firstNames, phone, email, birthDate }: Findable): string[] {
  const words = [name, birthName, usedName, firstNames].flatMap((text) => (text ? wordsToFind(text) : []))
  return [
    ...new Set([
      ...words.flatMap((word) => [`word ${word}`, ...beginningsOf(word)]),
      ...(phone ? [`phone ${ownDigits(phone)}`, `last ${ownDigits(phone).slice(-4)}`] : []),
      ...(email ? [`mail ${email.toLowerCase()}`] : []),
      ...(birthDate ? [`born ${birthDate}`, `year ${birthDate.slice(0, 4)}`] : []),
    ]),
  ]
}

/** One of the things somebody typed: any of its terms will do, and a person who has `exact` comes first. */
export type Sought = { any: readonly string[]; exact: string | null }

const date = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b/g
const number = /\+?\d(?:[ .()-]?\d){8,14}/g
const address = /\S+@\S+/g

/**
 * Returns what is to be looked for, all of it; nothing while too little was typed. Dates are read day first. A word of
 * more than eight letters is looked for by the first eight. Four digits are the end of a number or a year. Fewer or other
 * digits wait for the rest of what they begin.
 */
export function soughtIn(typed: string): Sought[] {
  const found: Sought[] = []
  const take = (text: string, pattern: RegExp, termOf: (...parts: string[]) => string) =>
    text.replace(pattern, (...parts) => {
      found.push({ any: [termOf(...parts.slice(0, -2).map((part) => part ?? ''))], exact: null })
      return ' '
    })
  const one = take(withoutInvisible(typed), address, (whole) => `mail ${whole.toLowerCase()}`)
  const other = take(one, date, (_, d, m, y, year, month, day) =>
    year ? `born ${year}-${month}-${day}` : `born ${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`,
  )
  const rest = take(other, number, (whole) => `phone ${ownDigits(whole)}`)
  for (const word of foldedWords(rest)) {
    const [beginning] = beginningsOf(word).slice(-1)
    if (/^\d+$/.test(word)) {
      if (word.length === 4) found.push({ any: [`last ${word}`, `year ${word}`], exact: null })
    } else if (beginning) found.push({ any: [beginning], exact: `word ${word}` })
  }
  return found.slice(0, most)
}

/** Of what is typed so many parts are looked for. */
const most = 8

function beginningsOf(word: string): string[] {
  const letters = Array.from(word)
  const lengths = Array.from(
    { length: Math.max(0, Math.min(letters.length, longest) - shortest + 1) },
    (_, at) => at + shortest,
  )
  return lengths.map((length) => `begins ${letters.slice(0, length).join('')}`)
}

/** The digits of a number that say whose it is, however its country is written. */
function ownDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9)
}
