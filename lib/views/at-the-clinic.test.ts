import { expect, test } from 'vitest'
import { atTheClinic } from './at-the-clinic'

test.each([
  ['Centre de santé des Lilas', 'au Centre de santé des Lilas'],
  ['Clinique du Parc', 'à la Clinique du Parc'],
  ['maison médicale', 'à la maison médicale'],
  ['Hôpital Saint-Jean', 'à l’Hôpital Saint-Jean'],
  ['Espace santé', 'à l’Espace santé'],
  ['Le Cèdre', 'au Cèdre'],
  ['Les Tilleuls', 'aux Tilleuls'],
  ['La Source', 'à La Source'],
  ['L’Orangerie', 'à L’Orangerie'],
  ['Médica', 'chez Médica'],
])('French comes to a clinic by the kind of place it is: %s', (name, at) => {
  expect(atTheClinic(name, 'fr')).toBe(at)
  expect(atTheClinic(name, 'en')).toBe(`at ${name}`)
})
