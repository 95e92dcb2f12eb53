import { expect, test } from 'vitest'
import { doctorMay } from './doctor-may'

const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const startsAt = tuesday('13:20')

test('a doctor answers a request, and changes what they confirmed, before it begins', () => {
  expect(doctorMay({ status: 'requested', startsAt }, tuesday('13:19'))).toEqual(['confirm', 'move', 'decline'])
  expect(doctorMay({ status: 'confirmed', startsAt }, tuesday('13:19'))).toEqual(['move', 'cancel'])
})
test('once it has begun a doctor can only say that nobody came, or decline what was never confirmed', () => {
  expect(doctorMay({ status: 'confirmed', startsAt }, startsAt)).toEqual(['no_show'])
  expect(doctorMay({ status: 'requested', startsAt }, startsAt)).toEqual(['decline'])
})
test('there is nothing to do about a visit that has ended', () => {
  expect(doctorMay({ status: 'ended', startsAt }, tuesday('08:00'))).toEqual([])
})
