import { expect, test } from 'vitest'
import { readVisitType } from './written-visit-type'

const checkUp = {
  ...{ nameFr: ' Bilan ', nameEn: 'Check-up', autoConfirm: false },
  ...{ instructionsFr: ' À jeun. ', instructionsEn: '' },
  ...{ minutes: '40', beforeMinutes: '0', afterMinutes: '10' },
}
const refusedIn = (change: Partial<typeof checkUp>) => {
  const read = readVisitType({ ...checkUp, ...change })
  return read.ok ? [] : read.data.map(({ field, name }) => `${field} ${name}`)
}

test('a visit type has a name in both languages, its minutes, and those around it', () => {
  const minutes = { minutes: 40, beforeMinutes: 0, afterMinutes: 10 }
  const value = {
    name: { fr: 'Bilan', en: 'Check-up' },
    ...minutes,
    autoConfirm: false,
    instructions: { fr: 'À jeun.', en: '' },
  }
  expect(readVisitType(checkUp)).toEqual({ ok: true, value })
})

test('what is missing or out of bounds is refused beside its field', () => {
  expect(refusedIn({ nameFr: ' ', nameEn: 'x'.repeat(61) })).toEqual(['nameFr name_missing', 'nameEn name_too_long'])
  expect(refusedIn({ instructionsEn: 'x'.repeat(501) })).toEqual(['instructionsEn too_long'])
  for (const minutes of ['4', '481', '', 'ten', '7.5'])
    expect(refusedIn({ minutes })).toEqual(['minutes minutes_out_of_range'])
  expect(refusedIn({ beforeMinutes: '-1', afterMinutes: '121' })).toEqual([
    'beforeMinutes buffer_out_of_range',
    'afterMinutes buffer_out_of_range',
  ])
  expect(refusedIn({ minutes: '5', beforeMinutes: '120', afterMinutes: '0' })).toEqual([])
})
