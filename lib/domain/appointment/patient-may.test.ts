import { expect, test } from 'vitest'
import { movesEndAt, noticeOf, patientMay } from './patient-may'

const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const monday = (clock: string) => `2026-11-23T${clock}:00.000Z`
const startsAt = tuesday('13:20')

test('a patient may move a visit until the clinic’s notice, and cancel it until it begins', () => {
  expect(patientMay({ status: 'confirmed', startsAt }, monday('13:20'), 24)).toBe('change')
  expect(patientMay({ status: 'confirmed', startsAt }, monday('13:21'), 24)).toBe('cancel')
  expect(patientMay({ status: 'confirmed', startsAt }, tuesday('13:19'), 24)).toBe('cancel')
  expect(movesEndAt(startsAt, 24)).toBe(monday('13:20'))
})
test('a request that nobody has confirmed may be changed until it begins', () => {
  expect(patientMay({ status: 'requested', startsAt }, tuesday('13:19'), 24)).toBe('change')
})
test('whoever takes an hour is told what the notice will mean for it', () => {
  expect(noticeOf(startsAt, monday('13:20'), 24)).toEqual({ hours: 24, isInside: false })
  expect(noticeOf(startsAt, monday('13:21'), 24)).toEqual({ hours: 24, isInside: true })
  expect(noticeOf(startsAt, tuesday('13:19'), 0)).toEqual({ hours: 0, isInside: false })
})
test('once the visit has begun a patient calls, and once it has ended there is nothing to change', () => {
  expect(patientMay({ status: 'confirmed', startsAt }, startsAt, 24)).toBe('call')
  expect(patientMay({ status: 'requested', startsAt }, startsAt, 24)).toBe('call')
  expect(patientMay({ status: 'ended', startsAt }, monday('08:00'), 24)).toBe('nothing')
})
