import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldedWords, spellings, wordsToFind } from './fold'

test.each([
  ['Lœtitia CŒUR', 'loetitia coeur'],
  ['Weiß, WEIẞ', 'weiss weiss'],
  ['Søren Łukasz Đorđe', 'soren lukasz dorde'],
  ['Þórður Guðmundsdóttir', 'thordur gudmundsdottir'],
  ['IŞIK Işık İpek', 'isik isik ipek'],
  ['Ŋiŋa Ħal Ġuż Ŧor Əli', 'nina hal guz tor eli'],
  ['Élodie E\u0301lodie', 'elodie elodie'],
  ['Ｍａｒｉｅ ﬁlip Ǆemal', 'marie filip dzemal'],
  ['Ma\u00adrie\u200b Du\u202epont\u202c', 'marie dupont'],
  ['Le Floc’h, O\u02bcBrien, D\u2019Angelo', 'le floc h o brien d angelo'],
  ['Gal·la Para\u0140lel', 'galla parallel'],
  ['ÆSIR Åse', 'aesir ase'],
  ['Γιώργος ΓΙΩΡΓΟΣ', 'γιωργοσ γιωργοσ'],
  ['Ірина Їжак Ґалаґан Андрей Андрёй', 'ірина іжак галаган андреи андреи'],
  ['李 小龍', '李 小龍'],
  [' – ', ''],
])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded))

test('every letter of Latin-1 and Latin Extended-A is one of a to z', () => {
  const all = Array.from({ length: 0x180 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at))
  const kept = all.filter((letter) => /\p{L}/u.test(letter) && !/^[a-z ]+$/.test(fold(letter)))
  expect(kept).toEqual([])
})

test('folding twice is folding once, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(text)).toBe(fold(text.normalize('NFD')))
    }),
    { seed: 3, numRuns: 500 },
  )
})

describe('somebody is found', () => {
  const finds = (name: string, typed: string) => foldedWords(typed).every((word) => wordsToFind(name).includes(word))

  test.each([
    ['Jörg Müller', ['muller', 'MUELLER', 'müller jörg', 'Joerg', 'Mu\u0308ller']],
    ['Joerg Mueller', ['Müller', 'muller', 'Jörg']],
    ['Håkon Sørensen', ['haakon', 'hakon', 'soerensen', 'Sorensen']],
    ['Haakon Soerensen', ['Håkon', 'Sørensen']],
    ['Đoković', ['djokovic', 'dokovic']],
    ['Djokovic', ['Đoković']],
    ['Weiss', ['Weiß']],
    ['Lœtitia', ['loetitia', 'LŒTITIA']],
    ['Loetitia', ['Lœtitia']],
    ['Seán O’Brien-Ní', ['obrien', "o'brien", 'O’Brien', 'brien-ni', 'sean']],
    ['Jean\u00a0Noël', ['noel jean']],
  ])('%s', (name, typed) => {
    for (const one of typed) expect([one, finds(name, one)]).toEqual([one, true])
  })

  test('by no other name', () => {
    for (const [name, typed] of [
      ['Müller', 'Miller'],
      ['Élise Roy', 'elise le'],
      ['Marie', 'mari'],
    ] as const)
      expect(finds(name, typed)).toBe(false)
  })
})

test('a text has the spelling of those without the key, too', () => {
  expect(spellings('Dr Böll')).toEqual(['dr boll', 'dr boell'])
  expect(spellings('Boell')).toEqual(['boell', 'boll'])
  expect(spellings('Roy')).toEqual(['roy'])
})
