import { expect, test } from 'vitest'
import { actsOn, movesEndAt, noticeOf, patientMay } from './acts-on'

const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const monday = (clock: string) => `2026-11-23T${clock}:00.000Z`
const startsAt = tuesday('13:20')
const request = { status: 'requested', startsAt } as const
const confirmed = { status: 'confirmed', startsAt } as const

test('a doctor answers a request, and changes what they confirmed, before it begins', () => {
  expect(actsOn(request, 'doctor', tuesday('13:19'))).toEqual(['confirm', 'move', 'decline'])
  expect(actsOn(confirmed, 'doctor', tuesday('13:19'))).toEqual(['move', 'cancel'])
})
test('the desk answers a request too, and cancels it for the patient who calls', () => {
  expect(actsOn(request, 'staff', tuesday('13:19'))).toEqual(['confirm', 'move', 'decline', 'cancel'])
  expect(actsOn(confirmed, 'staff', tuesday('13:19'))).toEqual(['move', 'cancel'])
})
test('once it has begun the clinic can only say that nobody came, or decline what was never confirmed', () => {
  for (const role of ['doctor', 'staff'] as const) {
    expect(actsOn(confirmed, role, startsAt)).toEqual(['no_show'])
    expect(actsOn(request, role, startsAt)).toEqual(['decline'])
  }
})
test('there is nothing to do about a visit that has ended', () => {
  for (const role of ['patient', 'doctor', 'staff'] as const)
    expect(actsOn({ status: 'ended', startsAt }, role, tuesday('08:00'))).toEqual([])
})
test('a patient may move a visit until the clinic’s notice, and cancel it until it begins', () => {
  expect(patientMay(confirmed, monday('13:20'), 24)).toBe('change')
  expect(patientMay(confirmed, monday('13:21'), 24)).toBe('cancel')
  expect(patientMay(confirmed, tuesday('13:19'), 24)).toBe('cancel')
  expect(movesEndAt(startsAt, 24)).toBe(monday('13:20'))
})
test('a request that nobody has confirmed may be changed until it begins', () => {
  expect(patientMay(request, tuesday('13:19'), 24)).toBe('change')
})
test('whoever takes an hour is told what the notice will mean for it', () => {
  expect(noticeOf(startsAt, monday('13:20'), 24)).toEqual({ hours: 24, isInside: false })
  expect(noticeOf(startsAt, monday('13:21'), 24)).toEqual({ hours: 24, isInside: true })
  expect(noticeOf(startsAt, tuesday('13:19'), 0)).toEqual({ hours: 0, isInside: false })
})
test('once the visit has begun a patient calls, and once it has ended there is nothing to change', () => {
  expect(patientMay(confirmed, startsAt, 24)).toBe('call')
  expect(patientMay(request, startsAt, 24)).toBe('call')
  expect(patientMay({ status: 'ended', startsAt }, monday('08:00'), 24)).toBe('nothing')
})
