import { expect, test } from 'vitest'
import { proposeHours } from './propose-hours'

const at = (day: number, clock: string) => `2026-12-0${day}T${clock}:00.000Z`
const length = { minutes: 20, beforeMinutes: 0, afterMinutes: 10 }
const visit = (id: string, clock: string) => ({ id, startsAt: at(1, clock), length })

test('each visit gets the free hour nearest to its own, and no two the same or one that meets it', () => {
  const free = [at(2, '09:00'), at(2, '09:20'), at(2, '09:40'), at(3, '09:00')]
  const proposed = proposeHours([visit('one', '09:00'), visit('two', '09:30'), visit('three', '10:00')], () => free)
  // Ten minutes after each stand between: 09:20 meets the one at 09:00.
  expect([...proposed]).toEqual([
    ['one', at(2, '09:00')],
    ['two', at(2, '09:40')],
    ['three', at(3, '09:00')],
  ])
})

test('where no hour is left none is proposed', () => {
  expect([...proposeHours([visit('one', '09:00'), visit('two', '09:30')], () => [at(2, '09:00')])]).toHaveLength(1)
})
