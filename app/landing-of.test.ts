import { expect, test } from 'vitest'
import { landingOf } from './landing-of'

test('who signs in is led back to a page of the desk that is open to them', () => {
  expect(landingOf('doctor', '/hours?doctor=helene-vasseur')).toBe('/hours?doctor=helene-vasseur')
  expect(landingOf('doctor', '/calendar/visits/one/move')).toBe('/calendar/visits/one/move')
  expect(landingOf('admin', '/clinic')).toBe('/clinic')
})
test('and to the page of their work otherwise', () => {
  for (const back of [undefined, '', '//elsewhere.example/calendar', '/sign-in', '/my-visits', '/calendars', '/clinic'])
    expect(landingOf('doctor', back)).toBe('/calendar')
  expect(landingOf('staff', '/clinic')).toBe('/day')
  expect(landingOf('admin', undefined)).toBe('/day')
  expect(landingOf('staff', '/calendar?doctor=idris-okafor')).toBe('/calendar?doctor=idris-okafor')
})
