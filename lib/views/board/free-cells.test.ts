import { expect, test } from 'vitest'
import { freeCells } from './free-cells'

const free = (starts: string, ends: string) => ({ startsAt: `2026-11-24T${starts}Z`, endsAt: `2026-11-24T${ends}Z` })

test('free times that lie over each other stand there once, from the first on', () => {
  const [first, over, second, later] = [
    free('09:00:00.000', '09:20:00.000'),
    free('09:10:00.000', '09:30:00.000'),
    free('09:20:00.000', '09:40:00.000'),
    free('11:00:00.000', '11:20:00.000'),
  ]
  expect(freeCells([first, over, second, later])).toEqual([first, second, later])
  expect(freeCells([])).toEqual([])
})
