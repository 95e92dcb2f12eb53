import { expect, test } from 'vitest'
import { type OpenDay, offerDays } from './offer-days'

const day = (day: string, hour: number, count = 1): OpenDay => {
  const startsAt = `${day}T${String(hour).padStart(2, '0')}:00:00Z`
  return { day, slots: [{ doctorId: '', startsAt, endsAt: startsAt }], count }
}
const free = (name: string, ...days: OpenDay[]) => ({ who: { name }, days })
const said = ({ days, onward }: ReturnType<typeof offerDays<{ name: string }>>) => ({
  days: days.map(({ day, offers }) => `${day.slice(8)}: ${offers.map(({ name }) => name).join(' ')}`),
  onward,
})

const [tue, wed, thu, fri] = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] as const

test('a day has everybody who is free on it, the soonest first', () => {
  const each = [free('Vasseur', day(tue, 15), day(wed, 9)), free('Moreau', day(tue, 11))]
  expect(said(offerDays(each, { isFirst: true }))).toEqual({
    days: ['01: Moreau Vasseur', '02: Vasseur'],
    onward: undefined,
  })
})

test('a page ends with the day that fills it, and the next begins with the first day that it does not show', () => {
  const busy = ['A', 'B', 'C', 'D'].map((name) => free(name, day(tue, 9), day(wed, 9), day(thu, 9)))
  const first = offerDays(busy, { isFirst: true })
  expect(said(first)).toEqual({ days: ['01: A B C D', '02: A B C D'], onward: thu })
  const rest = busy.map(({ who, days }) => ({ who, days: days.filter(({ day }) => day >= (first.onward ?? '')) }))
  expect(said(offerDays(rest, { isFirst: false }))).toEqual({ days: ['03: A B C D'], onward: undefined })
})

test('on the first page nobody is missing, and what they lie beyond is passed over by nothing', () => {
  const busy = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => free(name, day(tue, 9), day(wed, 9)))
  const each = [...busy, free('Roth', day(fri, 9))]
  expect(said(offerDays(each, { isFirst: true }))).toEqual({ days: ['01: A B C D E F', '04: Roth'], onward: wed })
  expect(said(offerDays(each, { isFirst: false }))).toEqual({ days: ['01: A B C D E F'], onward: wed })
})

test('one doctor has as many days as fill a page', () => {
  const days = [tue, wed, thu, fri, '2026-12-07', '2026-12-08', '2026-12-09'].map((one) => day(one, 9))
  expect(offerDays([free('Roth', ...days)], { isFirst: true })).toMatchObject({
    days: { length: 6 },
    onward: '2026-12-09',
  })
})

test('where nobody is free there is no day', () => {
  expect(offerDays([free('Roth')], { isFirst: true })).toEqual({ days: [], onward: undefined })
})
