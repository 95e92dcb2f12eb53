import { expect, test } from 'vitest'
import { clinicDays } from '../clinic-days'
import type { DoctorSchedule } from '../doctor-schedule'
import { openingsOn } from '../open-slots'
import { readExtraOpening, type WrittenOpening } from './extra-opening'

const tuesday = '2026-11-24'
const schedule: DoctorSchedule = {
  doctorId: 'helene',
  timeZone: 'Europe/Paris',
  stepMinutes: 20,
  noticeMinutes: 0,
  horizonDays: 84,
  hours: [{ weekday: 2, opens: '08:30', closes: '12:30', fromDay: null, untilDay: null }],
  breaks: [],
  timeOff: [],
  holidays: ['2026-12-25'],
}
const read = (written: Partial<WrittenOpening>, now = `${tuesday}T06:00:00.000Z`) =>
  readExtraOpening({ day: tuesday, opens: '18', closes: '19h30', ...written }, schedule, now)
const refused = (field: string, name: string) => ({ ok: false, refused: 'opening_invalid', data: [{ field, name }] })

test('an extra opening is of its day alone', () => {
  const opening = { weekday: 2, opens: '18:00', closes: '19:30', fromDay: tuesday, untilDay: tuesday }
  expect(read({})).toEqual({ ok: true, value: opening })
  const hours = [...schedule.hours, opening]
  const openOn = (day: string) =>
    clinicDays(day, 1, schedule.timeZone).flatMap((one) => openingsOn({ ...schedule, hours }, one))
  expect(openOn(tuesday)).toEqual([
    [510, 750],
    [1080, 1170],
  ])
  expect(openOn('2026-12-01')).toEqual([[510, 750]])
})

test('it may begin as an opening ends, and not in it', () => {
  expect(read({ opens: '12:30', closes: '13:00' })).toMatchObject({ ok: true })
  expect(read({ opens: '12:00', closes: '13:00' })).toMatchObject(refused('opens', 'openings_overlap'))
})

test('what cannot be is said beside its field', () => {
  expect(read({ day: '2026-02-30' })).toMatchObject(refused('day', 'day_unknown'))
  expect(read({ opens: 'soon' })).toMatchObject(refused('opens', 'clock_unknown'))
  expect(read({ closes: '25:00' })).toMatchObject(refused('closes', 'clock_unknown'))
  expect(read({ opens: '19:00', closes: '18:00' })).toMatchObject(refused('closes', 'ends_before_begins'))
  expect(read({ day: '2026-12-25' })).toMatchObject(refused('day', 'day_is_holiday'))
  expect(read({}, '2026-11-24T18:30:00.000Z')).toMatchObject(refused('closes', 'time_off_past'))
})
