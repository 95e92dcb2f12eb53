import { expect, test } from 'vitest'
import { easterSunday, frenchHolidays } from './french-holidays'

test('Easter is where the calendars have it', () => {
  const known = {
    ...{ 1818: '1818-03-22', 1943: '1943-04-25', 2000: '2000-04-23', 2038: '2038-04-25' },
    ...{ 2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28' },
    ...{ 2028: '2028-04-16', 2029: '2029-04-01', 2030: '2030-04-21' },
  }
  for (const [year, day] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(day)
})

test('a year has eleven public holidays in order; three of them move with Easter', () => {
  const moving = [2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => {
    const holidays = frenchHolidays(year)
    expect(holidays).toHaveLength(11)
    expect(holidays.map(({ day }) => day)).toEqual(holidays.map(({ day }) => day).toSorted())
    const on = (name: string) => holidays.find((holiday) => holiday.name.fr === name)?.day.slice(5)
    return `${year}: ${on('Lundi de Pâques')} ${on('Ascension')} ${on('Lundi de Pentecôte')}`
  })
  // service-public.fr, school and public holidays.
  expect(moving).toEqual([
    '2024: 04-01 05-09 05-20',
    '2025: 04-21 05-29 06-09',
    '2026: 04-06 05-14 05-25',
    '2027: 03-29 05-06 05-17',
    '2028: 04-17 05-25 06-05',
    '2029: 04-02 05-10 05-21',
    '2030: 04-22 05-30 06-10',
  ])
})

test('the fixed ones are the Republic’s', () => {
  const fixed = frenchHolidays(2027).map(({ day, name }) => `${day.slice(5)} ${name.fr}`)
  expect(fixed).toEqual([
    '01-01 Jour de l’An',
    '03-29 Lundi de Pâques',
    '05-01 Fête du Travail',
    '05-06 Ascension',
    '05-08 Victoire de 1945',
    '05-17 Lundi de Pentecôte',
    '07-14 Fête nationale',
    '08-15 Assomption',
    '11-01 Toussaint',
    '11-11 Armistice de 1918',
    '12-25 Noël',
  ])
})
