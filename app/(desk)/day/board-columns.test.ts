import { expect, test } from 'vitest'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { calendarRange } from '@/lib/views/calendar-range'
import { doctors } from '@/prisma/demo/cast'
import { boardColumns } from './board-columns'

const timeZone = 'Europe/Paris'
const now = '2026-11-24T08:00:00.000Z'
const range = calendarRange({ date: '2026-11-24', view: 'day', now, timeZone })
const opening = { weekday: 2, opens: '08:30', closes: '12:30', fromDay: null, untilDay: null }

function doctor(timeOff: ScheduledDoctor['schedule']['timeOff'] = []): ScheduledDoctor {
  const schedule = { doctorId: 'one', timeZone, stepMinutes: 20, noticeMinutes: 0, horizonDays: 84 }
  return {
    ...doctors.helene,
    timeZone,
    requestMail: 'each',
    visitTypes: [],
    schedule: { ...schedule, hours: [opening], breaks: [], holidays: [], timeOff },
  }
}
const read = (timeOff?: ScheduledDoctor['schedule']['timeOff']) =>
  boardColumns({ range, doctors: [doctor(timeOff)], visits: [], free: new Map(), now })

test('a column is as long as the openings of the day', () => {
  expect(read().part).toEqual({ from: 8 * 60 + 30, to: 12 * 60 + 30 })
  expect(read().columns).toMatchObject([{ isAway: false, free: [], day: { day: '2026-11-24', isToday: true } }])
})
test('a doctor is away when the whole of the day’s hours is taken off, from whenever on', () => {
  const away = { startsAt: '2026-11-20T08:00:00.000Z', endsAt: '2026-11-27T08:00:00.000Z', word: 'Congress' }
  expect(read([away]).columns[0]?.isAway).toBe(true)
  expect(read([away]).columns[0]?.day.closed).toEqual([{ from: 510, to: 750, kind: 'off', word: 'Congress' }])
  const meeting = { startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T10:00:00.000Z', word: '' }
  expect(read([meeting]).columns[0]?.isAway).toBe(false)
  expect(read([meeting]).columns[0]?.day.closed).toEqual([{ from: 600, to: 660, kind: 'off', word: undefined }])
})
