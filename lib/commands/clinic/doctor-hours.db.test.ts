import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { daysLater } from '@/lib/domain/schedule/clinic-days'
import { draftOf, editDraft } from '@/lib/domain/schedule/hours-draft'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getWeeklyRules, listTimeOff } from '@/lib/queries/clinic/doctor-hours'
import { findVisit } from '@/lib/queries/visit/visits'
import { clock, isoDay } from '@/lib/views/wording'
import { clinic, doctors } from '@/prisma/demo/cast'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { addTimeOff, putBackTimeOff } from './add-time-off'
import { removeTimeOff } from './remove-time-off'
import { setDoctorHours } from './set-doctor-hours'

let database: TestDatabase
let visitId: string
let startsAt: string
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  visitId = await book(database.db, 30)
  startsAt = (await findVisit(database.db, visitId))?.startsAt ?? ''
})
afterAll(() => database.drop())

const { timeZone } = clinic
const { id: doctorId } = doctors.helene
const now = isoNow()
const day = () => isoDay(startsAt, timeZone)
const hour = () => clock(startsAt, { locale: 'fr', timeZone })
const wholeDay = (of: string) => ({ fromDay: of, fromHour: '', untilDay: '', untilHour: '' })
const offered = async () =>
  (await offeredSlots(database.db)).filter((slot) => isoDay(slot.startsAt, timeZone) === day())
const take = (seen: readonly string[], requestId = newId()) =>
  addTimeOff(database.db, { requestId, doctorId, written: wholeDay(day()), word: 'Congress', seen }, now)
async function save(change: (draft: ReturnType<typeof draftOf>) => ReturnType<typeof draftOf>, seen: string[] = []) {
  const { rules, version } = await getWeeklyRules(database.db, doctorId)
  return setDoctorHours(database.db, { doctorId, version, draft: change(draftOf(rules)), seen }, now)
}

test('time off names the visits in it before anything is saved, and cancels none', async () => {
  const free = (await offered()).length
  expect(free).toBeGreaterThan(0)
  expect(await take([])).toMatchObject({ refused: 'visits_displaced', data: { visits: [{ id: visitId, startsAt }] } })
  expect(await listTimeOff(database.db, doctorId, now)).toEqual([])

  const requestId = newId()
  expect(await take([visitId], requestId)).toMatchObject({ ok: true })
  expect(await take([visitId], requestId)).toMatchObject({ ok: true })
  const [kept, ...more] = await listTimeOff(database.db, doctorId, now)
  expect(more).toEqual([])
  expect(kept?.word).toBe('Congress')
  expect(await offered()).toEqual([])
  expect(await findVisit(database.db, visitId)).toMatchObject({ status: 'requested', startsAt })

  const other = doctors.idris.id
  expect(await removeTimeOff(database.db, { id: requestId, doctorId: other, by: 'helene' }, now)).toMatchObject({
    refused: 'time_off_unknown',
  })
  expect(await removeTimeOff(database.db, { id: requestId, doctorId, by: 'helene' }, now)).toEqual({
    ok: true,
    value: kept,
  })
  expect(await offered()).toHaveLength(free)
  if (kept) await putBackTimeOff(database.db, { ...kept, doctorId })
  expect(await listTimeOff(database.db, doctorId, now)).toEqual([kept])
  await removeTimeOff(database.db, { id: requestId, doctorId, by: 'helene' }, now)
})

test('time off that cannot be is refused beside its field', async () => {
  const written = { ...wholeDay(daysLater(day(), 1)), untilDay: day() }
  const asked = { requestId: newId(), doctorId, written, seen: [] }
  expect(await addTimeOff(database.db, asked, now)).toEqual({
    ok: false,
    refused: 'time_off_invalid',
    data: [{ field: 'untilDay', name: 'ends_before_begins' }],
  })
})

test('new hours name the visits outside of them, then replace the old ones whole', async () => {
  const before = await getWeeklyRules(database.db, doctorId)
  const closesAtTheVisit = (draft: ReturnType<typeof draftOf>) => ({
    ...draft,
    rows: draft.rows
      .filter(({ begins }) => begins < hour())
      .map((row) => ({ ...row, ends: row.ends > hour() ? hour() : row.ends }))
      .filter(({ begins, ends }) => begins < ends),
  })
  expect(await save(closesAtTheVisit)).toMatchObject({
    refused: 'visits_displaced',
    data: { visits: [{ id: visitId }] },
  })
  expect(await getWeeklyRules(database.db, doctorId)).toEqual(before)

  expect(await save(closesAtTheVisit, [visitId])).toMatchObject({ ok: true })
  expect((await offered()).every((slot) => slot.startsAt < startsAt)).toBe(true)
  expect(await findVisit(database.db, visitId)).toMatchObject({ status: 'requested', startsAt })
  expect(await save(() => draftOf(before.rules))).toMatchObject({ ok: true })
  expect(await getWeeklyRules(database.db, doctorId)).toEqual(before)
})

test('of two who change the same hours at once one is told, and what the other saved stands', async () => {
  const { rules, version } = await getWeeklyRules(database.db, doctorId)
  const saturday = (ends: string) => {
    const draft = editDraft(draftOf(rules), 'add:opening:6') ?? draftOf(rules)
    const rows = draft.rows.map((row) => (row.weekday === 6 ? { ...row, begins: '9', ends } : row))
    return setDoctorHours(database.db, { doctorId, version, draft: { ...draft, rows }, seen: [] }, now)
  }
  const ends = ['10', '11', '12', '13', '14']
  const results = await Promise.all(ends.map(saturday))
  expect(results.filter((result) => !result.ok && result.refused === 'hours_changed')).toHaveLength(4)
  const winner = results.findIndex(({ ok }) => ok)
  const kept = (await getWeeklyRules(database.db, doctorId)).rules.hours.filter(({ weekday }) => weekday === 6)
  expect(kept).toMatchObject([{ opens: '09:00', closes: `${ends[winner]}:00` }])
  expect(await save(() => draftOf(rules))).toMatchObject({ ok: true })
})

test('an opening holds from one day to another, both included', async () => {
  const { rules } = await getWeeklyRules(database.db, doctorId)
  const last = daysLater(day(), -1)
  expect(
    await save((draft) => ({ ...draft, rows: draft.rows.map((row) => ({ ...row, untilDay: last })) }), [visitId]),
  ).toMatchObject({ ok: true })
  expect(await offered()).toEqual([])
  expect((await getWeeklyRules(database.db, doctorId)).rules.hours[0]?.untilDay).toBe(last)
  await save(() => draftOf(rules))
})
