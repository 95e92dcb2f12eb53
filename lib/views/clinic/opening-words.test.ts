import { expect, test } from 'vitest'
import { clockWords, languageNames, weekdayName } from './opening-words'

test('times, weekdays and languages are said as each language says them', () => {
  expect([clockWords('08:30', 'fr'), clockWords('19:00', 'fr'), clockWords('08:30', 'en')]).toEqual([
    ...['8\u00a0h\u00a030', '19\u00a0h', '08:30'],
  ])
  expect([weekdayName(1, 'fr'), weekdayName(7, 'en')]).toEqual(['lundi', 'Sunday'])
  expect(languageNames(['fr', 'en', 'ar'], 'fr')).toBe('français, anglais et arabe')
  expect(languageNames(['fr', 'en', 'ar'], 'en')).toBe('French, English and Arabic')
})
