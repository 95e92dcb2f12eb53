import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clinicDays, minuteShownAt, reachedAt, shownAt } from '@/lib/domain/schedule/clinic-days'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { eves } from '@/tests/fixtures/schedules'
import { inLanes } from './lanes'
import { hourHeight, placeOn, shownPart } from './place'
import { nearestStart, nearestStarts, type Start, startAfter } from './starts'
import { whyNot } from './why-not'

const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const visit = (from: string, to: string) => ({ from: at(from), to: at(to) })

describe('visits side by side', () => {
  test('stand in one column when one begins as the other ends, however short they are', () => {
    const row = [visit('08:30', '08:40'), visit('08:40', '08:50'), visit('08:50', '08:55'), visit('08:55', '09:15')]
    expect(inLanes(row)).toEqual(row.map((entry) => ({ ...entry, lane: 0, lanes: 1, span: 1 })))
  })
  test('share the width only while they overlap', () => {
    const [long, first, second, after] = inLanes([
      visit('09:00', '10:00'),
      visit('09:00', '09:20'),
      visit('09:20', '09:40'),
      visit('10:00', '10:20'),
    ])
    expect(long).toMatchObject({ lane: 0, lanes: 2, span: 1 })
    expect(first).toMatchObject({ lane: 1, lanes: 2, span: 1 })
    expect(second).toMatchObject({ lane: 1, lanes: 2, span: 1 })
    expect(after).toMatchObject({ lane: 0, lanes: 1, span: 1 })
  })
  test('take what is free beside them', () => {
    const last = inLanes([
      visit('09:00', '09:20'),
      visit('09:00', '09:20'),
      visit('09:00', '10:00'),
      visit('09:20', '09:40'),
    ]).at(-1)
    // The long one was there first; two lanes are empty beside it by then.
    expect(last).toMatchObject({ from: at('09:20'), lane: 1, lanes: 3, span: 2 })
  })
  test('never lie over each other, and alone have the whole width', () => {
    const anyVisit = fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
      .map(([from, long]) => ({ from, to: from + long }))
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 20 }), (visits) => {
        const placed = inLanes(visits)
        expect(placed).toHaveLength(visits.length)
        for (const [index, one] of placed.entries()) {
          const others = placed.filter((other, place) => place !== index && one.from < other.to && other.from < one.to)
          if (others.length === 0) expect(one.span).toBe(one.lanes)
          const isClear = ({ lane, span }: typeof one) => lane + span <= one.lane || one.lane + one.span <= lane
          expect(others.filter((other) => !isClear(other))).toEqual([])
        }
      }),
    )
  })
})

describe('the wall clock of a day', () => {
  test.each(eves)('in %s shows on the day after %s and the one before each minute it has reached', (timeZone, eve) => {
    for (const day of clinicDays(eve, 3, timeZone)) {
      for (let minute = 0; minute < 1440; minute += 5) {
        const shown = shownAt(day, minute)
        if (shown !== undefined) expect(minuteShownAt(day, shown)).toBe(minute)
      }
      expect(minuteShownAt(day, reachedAt(day, 1440))).toBe(1440)
      expect(minuteShownAt(day, day.beginsMs - hourMs)).toBeLessThan(0)
    }
  })

  const [spring, autumn] = ['2026-03-29', '2026-10-25'].map((day) => clinicDays(day, 1, 'Europe/Paris')[0])
  const place = (day: typeof spring, startsAt: string, minutes: number) => {
    const endsAt = new Date(Date.parse(startsAt) + minutes * minuteMs).toISOString()
    if (!day) throw new Error('there is such a day')
    return placeOn(day, [{ startsAt, endsAt }]).map(({ from, to }) => [from, to])
  }
  test('is drawn by the clock that hangs there when daylight saving begins and ends', () => {
    expect(place(spring, '2026-03-29T06:30:00.000Z', 20)).toEqual([[at('08:30'), at('08:50')]])
    expect(place(autumn, '2026-10-25T07:30:00.000Z', 20)).toEqual([[at('08:30'), at('08:50')]])
    // The clock is put back at three: the second half past two ends later than it shows.
    expect(place(autumn, '2026-10-25T00:50:00.000Z', 20)).toEqual([[at('02:50'), at('02:50') + 20]])
  })
  test('ends at midnight, and shows nothing of another day', () => {
    expect(place(spring, '2026-03-29T21:50:00.000Z', 20)).toEqual([[at('23:50'), 1440]])
    expect(place(spring, '2026-03-28T22:50:00.000Z', 20)).toEqual([])
    expect(place(spring, '2026-03-29T22:00:00.000Z', 20)).toEqual([])
  })
  test('is shown from the first opening to the last closing, and as far as visits reach', () => {
    const hours = [
      { opens: '08:30', closes: '12:30' },
      { opens: '13:40', closes: '17:50' },
    ]
    expect(shownPart(hours, [])).toEqual(visit('08:30', '18:00'))
    expect(shownPart(hours, [visit('07:40', '08:00'), visit('23:50', '24:00')])).toEqual(visit('07:30', '24:00'))
    expect(shownPart([], [])).toEqual(visit('08:00', '18:00'))
  })
  test('has room for a line in the shortest visit, without growing for ever', () => {
    expect(hourHeight([visit('08:30', '08:50')])).toBe(6)
    expect(hourHeight([visit('08:30', '08:40')])).toBe(6)
    expect(hourHeight([visit('08:30', '08:35')])).toBe(12)
    expect(hourHeight([visit('08:30', '08:31')])).toBe(12)
    expect(hourHeight([])).toBe(6)
  })
})

describe('a time to move to', () => {
  const start = (column: number, clock: string): Start => ({
    column,
    minute: at(clock),
    startsAt: `${column} ${clock}`,
  })
  const starts = [start(0, '08:30'), start(0, '08:50'), start(0, '17:00'), start(2, '09:30'), start(2, '16:00')]
  const said = (found: Start | undefined) => found?.startsAt

  test('is the nearest of the same day, within reach', () => {
    expect(said(nearestStart(starts, { column: 0, minute: at('08:43') }, 20))).toBe('0 08:50')
    expect(said(nearestStart(starts, { column: 0, minute: at('12:00') }, 20))).toBeUndefined()
    expect(said(nearestStart(starts, { column: 1, minute: at('08:50') }, 20))).toBeUndefined()
  })
  test('is reached by arrows: the next on the clock, or another day about the same time', () => {
    const here = { column: 0, minute: at('08:50') }
    expect(said(startAfter(starts, here, 'ArrowUp'))).toBe('0 08:30')
    expect(said(startAfter(starts, here, 'ArrowDown'))).toBe('0 17:00')
    expect(said(startAfter(starts, here, 'ArrowRight'))).toBe('2 09:30')
    expect(said(startAfter(starts, { column: 0, minute: at('17:00') }, 'ArrowDown'))).toBe('2 09:30')
    expect(said(startAfter(starts, { column: 2, minute: at('16:00') }, 'ArrowLeft'))).toBe('0 17:00')
    expect(said(startAfter(starts, { column: 2, minute: at('16:00') }, 'ArrowDown'))).toBeUndefined()
    expect(said(startAfter(starts, here, 'ArrowLeft'))).toBeUndefined()
  })
  test('is offered next to where it was dropped, in the order of the clock', () => {
    const nearest = nearestStarts(starts, { column: 2, minute: at('15:00') })
    expect(nearest.map(said)).toEqual(['0 17:00', '2 09:30', '2 16:00'])
    expect(nearestStarts(starts, { column: 0, minute: at('08:40') }, 2).map(said)).toEqual(['0 08:30', '0 08:50'])
  })
})

describe('why not there', () => {
  const closed = [{ ...visit('12:30', '13:40'), kind: 'pause' as const }]
  const others = [{ ...visit('09:00', '09:20'), patientName: 'Ousmane Lambert' }]
  const ask = (from: string, to: string, isPast = false) => whyNot({ ...visit(from, to), isPast, closed, others })

  test('names what stands there', () => {
    expect(ask('09:10', '09:30')).toEqual({ name: 'taken', patient: 'Ousmane Lambert' })
    expect(ask('13:00', '13:20')).toEqual({ name: 'pause' })
    expect(ask('12:20', '12:40')).toEqual({ name: 'pause' })
    expect(ask('09:20', '09:40')).toEqual({ name: 'between' })
    expect(ask('09:10', '09:30', true)).toEqual({ name: 'past' })
  })
})
