import { describe, expect, test } from 'vitest'
import { soughtIn, termsOf } from './search-terms'

const person = {
  name: 'Anne-Lise Müller',
  birthName: 'Garnier',
  usedName: 'Müller',
  firstNames: 'Anne-Lise',
  phone: '+33639980001',
  email: 'Anne@exemple.fr',
  birthDate: '1984-03-02',
}

/** Whether somebody is found by what is typed: each part by one of its terms. */
function finds(typed: string): boolean {
  const terms = new Set(termsOf(person))
  const sought = soughtIn(typed)
  return sought.length > 0 && sought.every(({ any }) => any.some((term) => terms.has(term)))
}

describe('somebody is found', () => {
  test.each([
    ['an'],
    ['anne'],
    ['ANNE-lise mul'],
    ['mueller'],
    ['muller a'],
    ['garn'],
    ['annelise'],
    ['0639980001'],
    ['06 39 98 00 01'],
    ['+33 6 39 98 00 01'],
    ['0001'],
    ['anne 0001'],
    ['anne@exemple.fr'],
    ['2/3/1984'],
    ['02.03.1984 an'],
    ['1984-03-02'],
    ['müller 1984'],
  ])('by %s', (typed) => expect(finds(typed)).toBe(true))

  test.each([
    [''],
    ['a'],
    ['06 39'],
    ['nne'],
    ['anne bernard'],
    ['2/3/1985'],
    ['1985'],
    ['0639980002'],
    ['anne@exemple'],
  ])('not by %s', (typed) => expect(finds(typed)).toBe(false))
})

test('of a long word the first eight letters are looked for, and who has it whole comes first', () => {
  expect(soughtIn('Vandenberghe')).toEqual([{ any: ['begins vandenbe'], exact: 'word vandenberghe' }])
})

test('no beginning is shorter than two letters or longer than eight', () => {
  const beginnings = termsOf({ name: 'O Vandenberghe' }).filter((term) => term.startsWith('begins '))
  expect(beginnings).toHaveLength(7)
  expect(beginnings.every((term) => term.length >= 'begins '.length + 2)).toBe(true)
})
