import { expect, test } from 'vitest'
import { type Compared, mayBeSame } from './may-be-same'

const bastien: Compared = {
  name: 'Bastien Martin-Leroux',
  birthName: 'Leroux',
  birthDate: '1992-04-08',
  phone: '+33700900123',
  email: 'bastien.ml@exemple.fr',
}
const guest: Compared = { ...bastien, name: 'Bastien Leroux', birthName: null, email: 'b.leroux@exemple.org' }

test('the same names and birth may be one person', () => {
  expect(mayBeSame(bastien, guest)).toEqual(['birth', 'phone'])
  expect(mayBeSame(bastien, { ...guest, phone: null })).toEqual(['birth'])
  expect(mayBeSame(bastien, { ...guest, name: 'BASTIEN LEROUX' })).toEqual(['birth', 'phone'])
})

test('where a birth is not known, the same names need the same number or address', () => {
  const unborn = { ...guest, birthDate: null }
  expect(mayBeSame(bastien, unborn)).toEqual(['phone'])
  expect(mayBeSame(bastien, { ...unborn, phone: null })).toEqual([])
  expect(mayBeSame(bastien, { ...unborn, phone: null, email: 'BASTIEN.ml@exemple.fr' })).toEqual(['email'])
})

test('an address or a birth alone makes nobody the same, nor do names with another birth', () => {
  expect(mayBeSame(bastien, { ...bastien, name: 'Lina Martin-Leroux' })).toEqual([])
  expect(mayBeSame(bastien, { ...guest, birthDate: '2023-01-02' })).toEqual([])
})
