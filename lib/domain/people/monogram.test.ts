import { expect, test } from 'vitest'
import { monogramOf } from './monogram'

test('the letters of a name are those of its first word and its last', () => {
  const letters = ['Hélène Vasseur', 'élodie de la Tour', 'Jean-Pierre L’Hermitte', 'Sofia', '  ', '𝒜da 𝓛ee'].map(
    monogramOf,
  )
  expect(letters).toEqual(['HV', 'ÉT', 'JH', 'S', '', '𝒜𝓛'])
})
