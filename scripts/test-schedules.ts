import fc from 'fast-check'
import { clinicDays, daysLater } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule, Span, VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import type { SlotWindow } from '@/lib/domain/schedule/open-slots'

/** Whatever a doctor may keep for hours, what is taken of them, what is asked for, and when. */
export type Asked = { schedule: DoctorSchedule; length: VisitLength; busy: Span[]; window: SlotWindow }

const days = 3
const minuteMs = 60_000

/** The day before a change of daylight saving, two changes in each zone; and a day on which nothing happens. */
export const eves = [
  ['Europe/Paris', '2026-03-28'],
  ['Europe/Paris', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Africa/Casablanca', '2026-02-14'],
  ['Africa/Casablanca', '2026-03-21'],
  ['Europe/Paris', '2026-11-23'],
] as const

/** Rule sets for the doctor of this id, around these days. */
export function anyAsked(doctorId: string, around: readonly (readonly [string, string])[] = eves): fc.Arbitrary<Asked> {
  return fc
    .record({
      eve: fc.constantFrom(...around),
      stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45),
      noticeMinutes: fc.constantFrom(0, 0, 90, 1500),
      horizonDays: fc.constantFrom(1, 2, 84, 84),
      hours: fc.array(fc.record({ weekday, span: anySpan, fromDay: offset, untilDay: offset }), { maxLength: 12 }),
      breaks: fc.uniqueArray(fc.record({ weekday, span: anySpan }), { maxLength: 4, selector: beginning }),
      timeOff: fc.array(minutes, { maxLength: 2 }),
      busy: fc.array(minutes, { maxLength: 8 }),
      holidays: fc.array(fc.nat(days - 1), { maxLength: 1 }),
      minutes: fc.constantFrom(5, 10, 20, 25, 40, 90),
      beforeMinutes: fc.constantFrom(0, 0, 10, 45),
      afterMinutes: fc.constantFrom(0, 0, 5, 30),
      nowMinute: fc.integer({ min: -600, max: 2000 }),
    })
    .map(({ eve: [timeZone, from], ...drawn }) => {
      const begins = clinicDays(from, 1, timeZone)[0]?.beginsMs ?? 0
      const at = (minute: number) => new Date(begins + minute * minuteMs).toISOString()
      const span = ([start, lasts]: readonly [number, number]) => ({ startsAt: at(start), endsAt: at(start + lasts) })
      const { stepMinutes, noticeMinutes, horizonDays, beforeMinutes, afterMinutes } = drawn
      const day = (offset: number | null) => (offset === null ? null : daysLater(from, offset))
      const schedule: DoctorSchedule = {
        doctorId,
        timeZone,
        stepMinutes,
        noticeMinutes,
        horizonDays,
        hours: drawn.hours.map(({ weekday, span: [opens, closes], fromDay, untilDay }) => {
          return { weekday, opens: clock(opens), closes: clock(closes), fromDay: day(fromDay), untilDay: day(untilDay) }
        }),
        breaks: drawn.breaks.map(({ weekday, span: [begins, ends] }) => {
          return { weekday, begins: clock(begins), ends: clock(ends) }
        }),
        timeOff: drawn.timeOff.map(span),
        holidays: drawn.holidays.map((offset) => daysLater(from, offset)),
      }
      const length = { minutes: drawn.minutes, beforeMinutes, afterMinutes }
      return { schedule, length, busy: drawn.busy.map(span), window: { now: at(drawn.nowMinute), from, days } }
    })
}

/** A doctor has one break that begins then. */
const beginning = ({ weekday, span: [begins] }: { weekday: number; span: readonly [number, number] }) =>
  `${weekday} ${begins}`

const weekday = fc.integer({ min: 1, max: 7 })
const offset = fc.constantFrom(null, null, null, 0, 1, 2)

/** From and to, in minutes of the wall clock; often in the small hours, where daylight saving changes. */
const anySpan = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 286 })), fc.integer({ min: 1, max: 120 }))
  .map(([from, lasts]) => [from * 5, Math.min((from + lasts) * 5, 1440)] as const)

/** Elapsed minutes from the first day on: a beginning and how long. */
const minutes = fc.tuple(fc.integer({ min: -60, max: days * 1500 }), fc.integer({ min: 1, max: 300 }))

/** 820 is `13:40`; 1440 is `24:00`. */
function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
