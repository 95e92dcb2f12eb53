import { expect, test } from 'vitest'
import { hourMs } from '@/lib/domain/time'
import { type BoardFacts, boardStates, delayOf } from './board-states'

const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
const ms = (clock: string) => Date.parse(at(clock))
const visit = (id: string, startsAt: string, endsAt: string, more: Partial<BoardFacts> = {}): BoardFacts => ({
  id,
  standing: 'confirmed',
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  arrivedAt: null,
  calledInAt: null,
  ...more,
})
const waiting = (clock: string): Partial<BoardFacts> => ({ standing: 'arrived', arrivedAt: at(clock) })
const inside = (clock: string): Partial<BoardFacts> => ({
  standing: 'called_in',
  arrivedAt: at('09:00'),
  calledInAt: at(clock),
})
const stateAt = (visits: readonly BoardFacts[], clock: string) =>
  [...boardStates(visits, ms(clock)).values()].map(({ kind, minutes, isNext }) => [kind, minutes, isNext])

test('one is inside, two wait, the earlier hour is next, and the rest is over or to come', () => {
  const day = [
    visit('a', '09:00', '09:20', { standing: 'completed' }),
    visit('b', '09:20', '09:40', inside('09:31')),
    visit('c', '10:00', '10:20', waiting('09:30')),
    visit('d', '09:40', '10:00', waiting('09:38')),
    visit('e', '09:20', '09:40'),
    visit('f', '10:20', '10:40'),
  ]
  expect(stateAt(day, '09:45')).toEqual([
    ['over', 0, false],
    ['inside', 0, false],
    ['waits', 15, false],
    ['waits', 7, true],
    ['late', 25, false],
    ['coming', 0, false],
  ])
})

test('of two who wait for the same hour, who came first is next', () => {
  const day = [visit('a', '10:00', '10:20', waiting('09:50')), visit('b', '10:00', '10:20', waiting('09:45'))]
  expect(stateAt(day, '10:00').map(([, , isNext]) => isNext)).toEqual([false, true])
})

test('nobody is next where nobody waits, and nobody is inside whom nobody noted as seen yesterday', () => {
  const day = [visit('a', '09:00', '09:20', inside('09:01'))]
  expect(stateAt(day, '09:10')).toEqual([['inside', 0, false]])
  expect(boardStates(day, ms('09:10') + 13 * hourMs).get('a')?.kind).toBe('coming')
})

test('a doctor is late by how long after its hour the next who waits can be called in', () => {
  const next = visit('b', '09:40', '10:00', waiting('09:30'))
  expect(delayOf([next], ms('09:39'))).toBe(0)
  expect(delayOf([next], ms('09:58'))).toBe(18)
  expect(delayOf([visit('a', '09:20', '09:40', inside('09:35')), next], ms('09:45'))).toBe(15)
  expect(delayOf([visit('a', '09:20', '09:40', inside('09:35')), next], ms('10:05'))).toBe(25)
})

test('who comes late makes no doctor late, and a visit that overruns does, though nobody waits yet', () => {
  expect(delayOf([visit('a', '09:00', '09:20')], ms('09:30'))).toBe(0)
  expect(delayOf([visit('a', '09:20', '09:40', inside('09:22'))], ms('09:39'))).toBe(0)
  expect(delayOf([visit('a', '09:20', '09:40', inside('09:22'))], ms('09:52'))).toBe(12)
})
