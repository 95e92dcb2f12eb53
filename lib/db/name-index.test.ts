import { expect, test } from 'vitest'
import { nameWords } from './name-index'

test('a name is searched for without its accents, capitals and hyphens', () => {
  expect(nameWords('Élise Le Goff-Noël')).toEqual(['elise', 'le', 'goff', 'noel'])
  expect(nameWords('  pavel   NOVÁK ')).toEqual(['pavel', 'novak'])
})

test('a word that comes twice counts once, and a name without letters has none', () => {
  expect(nameWords('Ali Ali')).toEqual(['ali'])
  expect(nameWords(' – ')).toEqual([])
})
