import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Calendar, CalendarEntry, Call } from '@/lib/adapters/ports'
import { minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/demo/cast'
import { failureOf } from '@/tests/world/failure-of'
import { giveUpOn } from '@/tests/world/give-up-on'
import type { Misbehaviour } from '@/tests/world/misbehaviour'
import type { RunningWorld } from '@/tests/world/start-world'
import { startTestWorld } from '@/tests/world/test-world'
import { caldavCalendar } from './caldav'

const collection = doctors.helene.slug
let world: RunningWorld
let calendar: Calendar
const calendarOf = (password: string) =>
  caldavCalendar({ url: `${world.url}/caldav/${collection}/`, username: 'carnet', password }, async () => words)
beforeAll(async () => {
  world = await startTestWorld()
  calendar = calendarOf('a password')
}, 60_000)
afterAll(() => world.stop())

const call = (signal = AbortSignal.timeout(20_000)) => ({ key: 'key', signal, lostSince: null })
const lost = (calling: (lostCall: Call) => Promise<void>) => giveUpOn(world, (signal) => calling(call(signal)))
const newEntry = (): CalendarEntry => ({
  appointmentId: newId(),
  doctorId: doctors.helene.id,
  startsAt: '2026-12-02T09:00:00.000Z',
  endsAt: '2026-12-02T09:20:00.000Z',
  status: 'tentative',
  sequence: 1,
  madeAt: '2026-12-01T08:00:00.000Z',
})
const words = { summary: 'Consultation' }
const later = (entry: CalendarEntry): CalendarEntry => ({ ...entry, status: 'confirmed', sequence: entry.sequence + 1 })
type Operation = 'put' | 'get' | 'delete'
const misbehave = (
  { appointmentId: match }: CalendarEntry,
  operation: Operation,
  mode: Misbehaviour['mode'],
  rest = {},
) => world.misbehave({ service: 'calendar', operation, match, mode, ...rest })
const shown = async ({ appointmentId }: CalendarEntry) =>
  (await world.state()).filter(({ uid }) => uid === appointmentId).map(({ status, sequence }) => ({ status, sequence }))
const writes = async ({ appointmentId }: CalendarEntry) =>
  (await world.ledger()).filter(({ key, applied }) => key === appointmentId && applied)

describe('a visit in the calendar', () => {
  test('is added, changed and taken away', async () => {
    const entry = newEntry()
    await calendar.addEvent(entry, call())
    const { appointmentId: uid, startsAt: start, endsAt: end } = entry
    expect(await world.state()).toContainEqual({ collection, uid, status: 'tentative', start, end, sequence: 1 })
    await calendar.updateEvent(later(entry), call())
    expect(await shown(entry)).toEqual([{ status: 'confirmed', sequence: 2 }])
    await calendar.removeEvent(entry, call())
    expect(await shown(entry)).toEqual([])
  })

  test('names no person', async () => {
    const entry = newEntry()
    await calendar.addEvent(entry, call())
    const [{ details } = {}] = await writes(entry)
    expect(details).toMatchObject({
      ics: expect.stringMatching(/^UID:[0-9a-f-]{36}@carnet\r$.*^SUMMARY:Consultation\r$/ms),
    })
  })

  test('is written once, however often the same write is repeated', async () => {
    const entry = newEntry()
    for (let time = 0; time < 3; time++) await calendar.addEvent(entry, call())
    expect(await writes(entry)).toHaveLength(1)
  })

  test('is not overwritten by an older write that comes late', async () => {
    const entry = newEntry()
    await calendar.addEvent(later(entry), call())
    await calendar.addEvent(entry, call())
    expect(await shown(entry)).toEqual([{ status: 'confirmed', sequence: 2 }])
  })

  test('is put right when it says something else under the same number', async () => {
    const entry = newEntry()
    await calendar.addEvent({ ...entry, startsAt: '2026-12-02T08:40:00.000Z' }, call())
    await calendar.updateEvent(entry, call())
    const { appointmentId: uid, startsAt: start } = entry
    expect(await world.state()).toContainEqual(expect.objectContaining({ uid, start }))
  })

  test('that is not there is taken away all the same', async () => {
    const entry = newEntry()
    await calendar.removeEvent(entry, call())
    await calendar.addEvent(entry, call())
    for (let time = 0; time < 2; time++) await calendar.removeEvent(entry, call())
    expect(await shown(entry)).toEqual([])
  })
})

test('of many who add the same visit at once one writes, and the others are told to come again', async () => {
  const entry = newEntry()
  const adding = Array.from({ length: 10 }, () => calendar.addEvent(entry, call()))
  for (const outcome of await Promise.allSettled(adding)) {
    if (outcome.status === 'rejected') expect(outcome.reason.failure).toMatchObject({ kind: 'transient', status: 412 })
  }
  expect(await writes(entry)).toHaveLength(1)
})

describe('a calendar that fails', () => {
  test('before it was read has done nothing', async () => {
    const ways = [
      [['429', { retryAfter: 3 }], { kind: 'rate_limited', status: 429, retryAfterMs: 3_000 }],
      [['503', { retryAfter: 3 }], { kind: 'rate_limited', status: 503, retryAfterMs: 3_000 }],
      [['503'], { kind: 'transient', status: 503 }],
      [['500-before'], { kind: 'transient', status: 500 }],
      [['refuse'], { kind: 'permanent', status: 403 }],
      [['reset-before'], { kind: 'transient', status: null }],
      [['hang-after'], { kind: 'transient', status: null }],
    ] as const
    for (const [[mode, rest], kind] of ways) {
      const entry = newEntry()
      await misbehave(entry, 'get', mode, rest)
      expect(await lost((call) => calendar.addEvent(entry, call))).toMatchObject({ service: 'calendar', ...kind })
      expect(await writes(entry)).toEqual([])
    }
  })

  test('before it has written may have written, unless it says that it did not', async () => {
    const ways = [
      [['429', { retryAfter: 3 }], { kind: 'rate_limited', status: 429, retryAfterMs: 3_000 }],
      [['500-before'], { kind: 'unknown', status: 500 }],
      [['503'], { kind: 'unknown', status: 503 }],
      [['409'], { kind: 'permanent', status: 409 }],
      [['refuse'], { kind: 'permanent', status: 403 }],
      [['reset-before'], { kind: 'unknown', status: null }],
    ] as const
    for (const [[mode, rest], kind] of ways) {
      const entry = newEntry()
      await misbehave(entry, 'put', mode, rest)
      expect(await failureOf(calendar.addEvent(entry, call()))).toMatchObject({ service: 'calendar', ...kind })
      expect(await shown(entry)).toEqual([])
      await misbehave(entry, 'delete', mode, rest)
      expect(await failureOf(calendar.removeEvent(entry, call()))).toMatchObject({ service: 'calendar', ...kind })
    }
  })

  test('after it has written leaves one event, and the repeat finds it', async () => {
    for (const mode of ['500-after', 'reset-after', 'hang-after', 'slow'] as const) {
      const entry = newEntry()
      await misbehave(entry, 'put', mode, { ms: minuteMs })
      expect(await lost((call) => calendar.addEvent(entry, call))).toMatchObject({ kind: 'unknown' })
      await calendar.addEvent(entry, call())
      expect(await writes(entry)).toHaveLength(1)
    }
  })

  test('by hanging is waited for until the deadline, and nobody knows what became of the write', async () => {
    const entry = newEntry()
    await misbehave(entry, 'put', 'hang-after')
    const adding = failureOf(calendar.addEvent(entry, call(AbortSignal.timeout(1_000))))
    expect(await adding).toMatchObject({ kind: 'unknown', status: null })
  })

  test('after it has taken an event away has taken it away, and the repeat is content', async () => {
    for (const mode of ['500-after', 'reset-after', 'hang-after'] as const) {
      const entry = newEntry()
      await calendar.addEvent(entry, call())
      await misbehave(entry, 'delete', mode)
      expect(await lost((call) => calendar.removeEvent(entry, call))).toMatchObject({ kind: 'unknown' })
      await calendar.removeEvent(entry, call())
      expect(await shown(entry)).toEqual([])
    }
  })
})

describe('a write that was delayed on its way', () => {
  test('does nothing when its repeat came first', async () => {
    const entry = newEntry()
    await misbehave(entry, 'put', 'hang-before')
    expect(await lost((call) => calendar.addEvent(entry, call))).toMatchObject({ kind: 'unknown', status: null })
    await calendar.addEvent(entry, call())
    await world.release()
    expect(await writes(entry)).toHaveLength(1)
  })

  test('does not overwrite a later one', async () => {
    const entry = newEntry()
    await calendar.addEvent(entry, call())
    await misbehave(entry, 'put', 'hang-before')
    await lost((call) => calendar.updateEvent({ ...entry, sequence: 2 }, call))
    await calendar.updateEvent({ ...later(entry), sequence: 3 }, call())
    await world.release()
    expect(await shown(entry)).toEqual([{ status: 'confirmed', sequence: 3 }])
  })
})

test('a wrong password waits until somebody has mended it', async () => {
  const stranger = calendarOf('')
  for (const calling of [stranger.addEvent, stranger.removeEvent]) {
    expect(await failureOf(calling(newEntry(), call()))).toMatchObject({ kind: 'transient', status: 401 })
  }
})

test('a calendar that is not there has done nothing, once our open connections to it are known to be dead', async () => {
  await world.stop()
  for (const calling of [calendar.addEvent, calendar.removeEvent]) {
    await expect.poll(() => failureOf(calling(newEntry(), call()))).toMatchObject({ kind: 'transient', status: null })
  }
})
