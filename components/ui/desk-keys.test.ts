import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import { deskKeys, keySign, keysOf } from './desk-keys'

const names = Object.values(deskKeys).flatMap((group) => Object.keys(group))

test('a key means one thing at the whole desk, and each has its word', () => {
  const keys = Object.values(deskKeys).flatMap((group) => Object.values(group).flat())
  expect(new Set(keys).size).toBe(keys.length)
  expect(names.filter((name) => !(name in en.desk_keys))).toEqual([])
  expect(names.map((name) => keysOf(name as 'help')).filter((found) => found.length === 0)).toEqual([])
})

test('a key is written as it stands on a keyboard', () => {
  expect(['a', '.', 'ArrowUp', 'Backspace'].map(keySign)).toEqual(['A', '.', '↑', '⌫'])
})
