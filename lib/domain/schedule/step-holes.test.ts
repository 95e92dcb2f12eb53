import { expect, test } from 'vitest'
import { doctors } from '@/prisma/demo/cast'
import { stepHoles } from './step-holes'

const length = (minutes: number, beforeMinutes = 0, afterMinutes = 0) => ({ minutes, beforeMinutes, afterMinutes })

test('a vaccine of ten minutes at a step of twenty leaves ten that nobody can book, and a step of ten leaves none', () => {
  const { holes, better } = stepHoles(20, doctors.helene.visitTypes)
  expect(holes.map(({ type, minutes }) => [type.name.en, minutes])).toEqual([
    ['Check-up', 10],
    ['Vaccine', 10],
  ])
  expect(better).toBe(10)
  expect(stepHoles(10, doctors.helene.visitTypes)).toEqual({ holes: [], better: null })
})

test('what is kept before and after a visit counts', () => {
  expect(stepHoles(30, [length(30, 0, 15)])).toMatchObject({ holes: [{ minutes: 15 }], better: 15 })
  expect(stepHoles(30, [length(60, 15, 15)])).toEqual({ holes: [], better: null })
})

test('a step finer than five minutes is offered to nobody', () => {
  expect(stepHoles(20, [length(17)])).toMatchObject({ holes: [{ minutes: 3 }], better: null })
})
