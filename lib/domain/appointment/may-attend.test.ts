import { expect, test } from 'vitest'
import { mayAttend } from './may-attend'

const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const nobody = { hasArrived: false, isCalledIn: false }
const visit = { status: 'confirmed', standing: 'confirmed', startsAt: tuesday('13:20'), ...nobody } as const

test('before its hour a patient can arrive and be called in, and not the day before', () => {
  expect(mayAttend(visit, 'staff', tuesday('13:00')).record).toEqual(['arrived', 'called_in'])
  expect(mayAttend(visit, 'staff', '2026-11-23T13:20:00.000Z').record).toEqual([])
})
test('from its hour on a visit is missed, or done, whether or not somebody noted the arrival', () => {
  expect(mayAttend(visit, 'staff', tuesday('13:20')).record).toEqual(['arrived', 'no_show', 'called_in', 'completed'])
  const arrived = { ...visit, standing: 'arrived', hasArrived: true } as const
  const acts = ['called_in', 'completed', 'no_show']
  expect(mayAttend(arrived, 'staff', tuesday('13:20'))).toEqual({ record: acts, takeBack: 'arrived' })
  expect(mayAttend(arrived, 'staff', tuesday('13:00'))).toEqual({
    record: ['called_in', 'completed'],
    takeBack: 'arrived',
  })
})
test('who was called in is seen, or turns out not to be there', () => {
  const inside = { ...visit, standing: 'called_in', hasArrived: true, isCalledIn: true } as const
  expect(mayAttend(inside, 'staff', tuesday('13:20'))).toEqual({
    record: ['completed', 'no_show'],
    takeBack: 'called_in',
  })
  expect(mayAttend(inside, 'staff', tuesday('13:10'))).toEqual({ record: ['completed'], takeBack: 'called_in' })
})
test('what was recorded last is taken back, before anything else is', () => {
  const over = { ...visit, status: 'ended', hasArrived: true } as const
  expect(mayAttend({ ...over, standing: 'completed' }, 'staff', tuesday('14:00'))).toEqual({
    record: [],
    takeBack: 'completed',
  })
  expect(mayAttend({ ...over, standing: 'missed' }, 'staff', tuesday('14:00'))).toEqual({
    record: [],
    takeBack: 'no_show',
  })
})
test('nobody is expected for a request, nor for what was undone', () => {
  const none = { record: [], takeBack: null }
  expect(mayAttend({ ...visit, status: 'requested', standing: 'requested' }, 'staff', tuesday('13:20'))).toEqual(none)
  expect(mayAttend({ ...visit, status: 'ended', standing: 'undone' }, 'staff', tuesday('13:20'))).toEqual(none)
})
test('a patient records nothing of their own coming', () => {
  expect(mayAttend(visit, 'patient', tuesday('13:20'))).toEqual({ record: [], takeBack: null })
  expect(mayAttend(visit, 'doctor', tuesday('13:00')).record).toEqual(['arrived', 'called_in'])
})
