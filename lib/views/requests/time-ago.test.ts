import { expect, test } from 'vitest'
import { timeAgo } from './time-ago'

const inParis = { locale: 'en', timeZone: 'Europe/Paris' }
const enFrance = { locale: 'fr', timeZone: 'Europe/Paris' }
const now = '2026-11-24T08:00:00Z'

test('on the same day it is told in minutes and hours', () => {
  expect(timeAgo('2026-11-24T07:59:50Z', now, inParis)).toBe('1 minute ago')
  expect(timeAgo('2026-11-24T07:48:00Z', now, inParis)).toBe('12 minutes ago')
  expect(timeAgo('2026-11-24T05:30:00Z', now, enFrance)).toBe('il y a 2 heures')
})

test('of another day it is told in days of the clinic’s calendar, however few hours that are', () => {
  expect(timeAgo('2026-11-23T23:10:00Z', now, inParis)).toBe('8 hours ago')
  expect(timeAgo('2026-11-23T22:50:00Z', now, inParis)).toBe('yesterday')
  expect(timeAgo('2026-11-21T07:00:00Z', now, inParis)).toBe('3 days ago')
  expect(timeAgo('2026-11-21T07:00:00Z', now, enFrance)).toBe('il y a 3 jours')
  expect(timeAgo('2026-11-23T20:00:00Z', now, enFrance)).toBe('hier')
})

test('a page that was read before somebody asked says no future', () => {
  expect(timeAgo('2026-11-24T08:00:20Z', now, inParis)).toBe('1 minute ago')
})
