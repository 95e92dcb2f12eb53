import { expect, test } from 'vitest'
import { mapUrlOf, partsOfAddress } from './address'

test('a French address is taken apart, however its lines were joined', () => {
  const lilas = { street: '12 rue du Garde-Chasse', postcode: '93260', town: 'Les Lilas' }
  for (const written of [
    '12 rue du Garde-Chasse, 93260 Les Lilas',
    ' 12 rue du Garde-Chasse\n93260  Les Lilas, France',
  ])
    expect(partsOfAddress(written)).toEqual(lilas)
  expect(partsOfAddress('1 place de la Mairie 97400 Saint-Denis')?.town).toBe('Saint-Denis')
})

test('an address without a postal code stays whole', () => {
  for (const written of ['Les Lilas', '', '12 rue du Garde-Chasse', '93260'])
    expect(partsOfAddress(written), written).toBeUndefined()
})

test('a map is asked for the whole address, whatever is in it', () => {
  const url = new URL(mapUrlOf('12 rue d’Été & Fils, 93260 Les Lilas'))
  expect([url.host, url.searchParams.get('query')]).toEqual([
    'www.openstreetmap.org',
    '12 rue d’Été & Fils, 93260 Les Lilas',
  ])
})
