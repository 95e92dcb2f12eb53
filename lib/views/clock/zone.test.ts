import { expect, test } from 'vitest'
import { clockOwner, shownElsewhere } from './zone'

const paris = { locale: 'fr', timeZone: 'Europe/Paris' }

test('a sentence names the city whose clock is meant', () => {
  expect(clockOwner(paris)).toBe('de Paris')
  expect(clockOwner({ ...paris, timeZone: 'Europe/Amsterdam' })).toBe('d’Amsterdam')
  expect(clockOwner({ locale: 'fr', timeZone: 'America/Argentina/Buenos_Aires' })).toBe('de Buenos Aires')
  expect(clockOwner({ locale: 'en', timeZone: 'America/New_York' })).toBe('New York')
})

test('only where the clock shows something else is it said, with the day where that is another', () => {
  const noon = '2026-12-01T11:00:00Z'
  expect(shownElsewhere(noon, paris, 'Europe/Paris')).toBeUndefined()
  expect(shownElsewhere(noon, paris, 'Europe/Brussels')).toBeUndefined()
  expect(shownElsewhere(noon, paris, 'America/New_York')).toBe('06:00')
  expect(shownElsewhere('2026-12-01T07:00:00Z', paris, 'America/Los_Angeles')).toBe('lun. 30 nov., 23:00')
  expect(shownElsewhere('2026-12-01T16:00:00Z', { ...paris, locale: 'en' }, 'Asia/Tokyo')).toBe('Wed 2 Dec, 01:00')
  // In these weeks of March the two have the same time, and a week later they do not.
  expect(shownElsewhere('2026-03-25T09:00:00Z', paris, 'Africa/Algiers')).toBeUndefined()
  expect(shownElsewhere('2026-04-01T09:00:00Z', paris, 'Africa/Algiers')).toBe('10:00')
})
