import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './slug-of'

test('a name becomes what can stand in an address', () => {
  const names = ['Hélène Vasseur', '  Chloé  d’Œuvre-Ångström ', 'Jean-Noël Ça', 'Łukasz Weiß', 'Þóra Ｓøren', '李']
  expect(names.map(slugOf)).toEqual([
    'helene-vasseur',
    'chloe-d-oeuvre-angstrom',
    'jean-noel-ca',
    'lukasz-weiss',
    'thora-soren',
    '',
  ])
})

test('a long name ends in a letter', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
})

test('a second person of that name has a number', () => {
  expect(freeSlug('ada-roy', [])).toBe('ada-roy')
  expect(freeSlug('ada-roy', ['ada-roy', 'ada-roy-2'])).toBe('ada-roy-3')
})
