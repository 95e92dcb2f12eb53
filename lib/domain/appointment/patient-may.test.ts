import { expect, test } from 'vitest'
import { changesEndAt, patientMay } from './patient-may'

const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const monday = (clock: string) => `2026-11-23T${clock}:00.000Z`
const startsAt = tuesday('13:20')

test('a patient may change a visit until the clinic’s notice, then calls', () => {
  expect(patientMay({ status: 'confirmed', startsAt }, monday('13:20'), 24)).toBe('change')
  expect(patientMay({ status: 'confirmed', startsAt }, monday('13:21'), 24)).toBe('call')
  expect(changesEndAt(startsAt, 24)).toBe(monday('13:20'))
})
test('a request that nobody has confirmed may be changed until it begins', () => {
  expect(patientMay({ status: 'requested', startsAt }, tuesday('13:19'), 24)).toBe('change')
})
test('nothing can be changed once the visit has begun or ended', () => {
  expect(patientMay({ status: 'confirmed', startsAt }, startsAt, 24)).toBe('nothing')
  expect(patientMay({ status: 'ended', startsAt }, monday('08:00'), 24)).toBe('nothing')
})
