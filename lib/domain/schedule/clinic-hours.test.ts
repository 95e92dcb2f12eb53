import { expect, test } from 'vitest'
import { openDays, readClinicHours, writtenHours } from './clinic-hours'

const closed = ['', '', '', '', '', '']
const monday = (text: string) => {
  const read = readClinicHours([text, ...closed])
  return read.ok ? read.value.map(({ opens, closes }) => `${opens} ${closes}`) : read.data
}

test('hours are read as people write them, whatever the dash', () => {
  expect(monday('08:30–12:30, 14:00–18:00')).toEqual(['08:30 12:30', '14:00 18:00'])
  expect(monday(' 8h30 - 12h30 ; 14h—18h ')).toEqual(['08:30 12:30', '14:00 18:00'])
  expect(monday('')).toEqual([])
})

test('hours that make no sense are refused on their day', () => {
  for (const text of [
    'all day',
    '8',
    '12:00–08:00',
    '08:00–08:00',
    '08:00–12:00, 11:00–13:00',
    '08:00–25:00',
    '8–9–10',
    '8–9,',
    '8–',
  ])
    expect(monday(text), text).toEqual([{ field: 'hours1', name: 'day_hours_invalid' }])
  expect(readClinicHours(['', 'no', '', 'no', '', '', ''])).toMatchObject({
    data: [{ field: 'hours2' }, { field: 'hours4' }],
  })
})

test('what was read is written as it is typed', () => {
  const read = readClinicHours(['14–18', '', '', '', '', '08:30–12:30,13:00–24:00', ''])
  const hours = read.ok ? read.value : []
  expect([1, 2, 6].map((weekday) => writtenHours(hours, weekday))).toEqual([
    '14:00–18:00',
    '',
    '08:30–12:30, 13:00–24:00',
  ])
})

test('days that follow each other with the same hours are said together, and so are closed ones', () => {
  const read = readClinicHours(['8–18', '8–18', '', '8–18', '8–18', '9–12', ''])
  const groups = openDays(read.ok ? read.value : [])
  expect(groups.map(({ from, to, spans }) => `${from}-${to} ${spans.length}`)).toEqual([
    ...['1-2 1', '3-3 0', '4-5 1', '6-6 1', '7-7 0'],
  ])
})
