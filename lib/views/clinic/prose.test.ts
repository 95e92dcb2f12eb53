import { expect, test } from 'vitest'
import { blocksOf, piecesOf } from './prose'

test('a text has headings, paragraphs and lists, as it was typed', () => {
  expect(
    blocksOf('# Venir\r\nMétro 11.\r\nBus 105.\r\n\r\nOu bien :\n- à pied\n- en voiture\nSans plus.\n# Fin'),
  ).toEqual([
    { kind: 'heading', text: 'Venir' },
    { kind: 'paragraph', lines: ['Métro 11.', 'Bus 105.'] },
    { kind: 'paragraph', lines: ['Ou bien :'] },
    { kind: 'list', items: ['à pied', 'en voiture'] },
    { kind: 'paragraph', lines: ['Sans plus.'] },
    { kind: 'heading', text: 'Fin' },
  ])
  expect(blocksOf(' \n\n ')).toEqual([])
  expect(blocksOf('#sans espace')).toEqual([{ kind: 'paragraph', lines: ['#sans espace'] }])
})

test('only whole https addresses can be pressed, without the full stop after them', () => {
  const pressed = (line: string) => piecesOf(line).flatMap(({ href }) => href ?? [])
  expect(pressed('Voir https://www.cnil.fr/plaintes. Puis (https://example.org/a?b=c).')).toEqual([
    ...['https://www.cnil.fr/plaintes', 'https://example.org/a?b=c'],
  ])
  expect(pressed('javascript:alert(1) http://example.org www.example.org https://')).toEqual([])
  expect(piecesOf('<b>gras</b>')).toEqual([{ text: '<b>gras</b>', href: null }])
})
