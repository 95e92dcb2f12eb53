import { expect, test } from 'vitest'
import {
  dayAndClock,
  dayOf,
  dayRange,
  daysOf,
  dayWords,
  shortDayAndClock,
  shortWeekday,
  shortWeekdayAndClock,
  spokenClock,
  spokenDayAndClock,
  unbroken,
} from './wording'

const paris = { locale: 'fr', timeZone: 'Europe/Paris' }
const first = '2026-12-01T09:00:00Z'

test('French counts the first of a month, and no other day', () => {
  expect(dayOf(first, paris)).toBe('mardi 1er décembre')
  expect(dayAndClock('2026-12-01T00:01:00Z', paris)).toBe('mardi 1er décembre, 01:01')
  expect(dayOf('2026-12-11T09:00:00Z', paris)).toBe('vendredi 11 décembre')
  expect(dayOf('2026-12-21T09:00:00Z', paris)).toBe('lundi 21 décembre')
  expect(shortDayAndClock(first, paris)).toBe('1er déc., 10:00')
  expect(shortWeekday(first, paris)).toBe('mar. 1er')
  expect(shortWeekdayAndClock(first, paris)).toBe('mar. 1er déc., 10:00')
  expect(dayWords('2026-12-01', 'weekdayAndDay', 'fr')).toBe('mardi 1er')
  expect(dayWords('2026-12-01', 'number', 'fr')).toBe('1')
  expect(dayOf(first, { ...paris, locale: 'en' })).toBe('Tuesday 1 December')
})

test('and so from one day to another', () => {
  expect(dayRange('2026-12-01', '2026-12-07', 'fr')).toMatch(/^1er.+7 décembre$/)
  expect(dayRange('2026-11-25', '2026-12-01', 'fr')).toMatch(/^25.novembre.+1er.décembre$/)
  expect(daysOf(first, '2026-12-11T09:00:00Z', paris)).toMatch(/^1er.+11 décembre 2026$/)
  expect(dayRange('2026-12-01', '2026-12-07', 'en')).toMatch(/^1.+7 December$/)
})

test('French says an hour as one reads it aloud', () => {
  expect(spokenClock('2026-12-01T13:20:00Z', paris)).toBe('14\u00a0h\u00a020')
  expect(spokenClock('2026-12-01T08:00:00Z', paris)).toBe('9\u00a0h')
  expect(spokenClock('2026-12-01T08:05:00Z', paris)).toBe('9\u00a0h\u00a005')
  expect(spokenClock('2026-12-01T08:05:00Z', { ...paris, locale: 'en' })).toBe('09:05')
})

test('a title stays with its name', () => {
  expect(unbroken('le Dr Idris Okafor')).toBe('le\u00a0Dr\u00a0Idris Okafor')
  expect(unbroken('de la Dre Vasseur')).toBe('de la\u00a0Dre\u00a0Vasseur')
  expect(unbroken('Alexandr Dreyfus')).toBe('Alexandr Dreyfus')
})

test('a time in a sentence is read aloud in French', () => {
  const at = (instant: string, locale: string) => spokenClock(instant, { ...paris, locale })
  expect(at('2026-11-24T13:20:00Z', 'fr')).toBe('14\u00a0h\u00a020')
  expect(at('2026-11-24T08:00:00Z', 'fr')).toBe('9\u00a0h')
  expect(at('2026-11-23T23:05:00Z', 'fr')).toBe('0\u00a0h\u00a005')
  expect(at('2026-11-24T08:00:00Z', 'en')).toBe('09:00')
  expect(spokenDayAndClock(first, paris)).toBe('mardi 1er décembre à 10\u00a0h')
  expect(spokenDayAndClock(first, { ...paris, locale: 'en' })).toBe('Tuesday 1 December at 10:00')
})

test('a day stays with its month', () => {
  expect(unbroken('mardi 1er décembre, 10:00')).toBe('mardi 1er\u00a0décembre, 10:00')
  expect(unbroken('Monday 7 December 2026')).toBe('Monday 7\u00a0December 2026')
  expect(unbroken('14:20')).toBe('14:20')
})
