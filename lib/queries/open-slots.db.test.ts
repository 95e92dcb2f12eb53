import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/cast'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { type Asked, anyAsked } from '@/scripts/test-schedules'
import { listOpenSlots } from './open-slots'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('the one statement finds just the hours that the domain gives, also around a change of the clock', async () => {
  let found = 0
  for (const asked of fc.sample(anyAsked('0a7c1f6e-0000-4000-8000-00000000dddd'), 300)) {
    const { schedule, length, busy, window } = asked
    const doctorId = await keep(asked)
    const wanted = { doctor: { id: doctorId, timeZone: schedule.timeZone }, length }
    const open = (await listOpenSlots(database.db, [wanted], window)).get(doctorId)
    const known = openSlots({ ...schedule, doctorId }, length, busy, window)
    expect(open?.slots, JSON.stringify(asked)).toEqual(known)
    expect(open?.count).toBe(known.length)
    found += known.length
  }
  expect(found).toBeGreaterThan(1_000)
})

/** Writes what was drawn for a doctor of its own. What is taken belongs to one visit: spans that overlap may be one's own. */
async function keep({ schedule, busy }: Asked): Promise<string> {
  const { db } = database
  const { hours: _, breaks: __, visitTypes: ___, ...helene } = doctors.helene
  const { stepMinutes, noticeMinutes, horizonDays, hours, breaks, timeOff, holidays } = schedule
  const doctorId = newId()
  const own = <Row>(rows: readonly Row[]) => ({ data: rows.map((row) => ({ doctorId, ...row })), skipDuplicates: true })
  const day = (text: string | null) => text && new Date(`${text}T00:00:00Z`)
  const known = { ...helene, id: doctorId, slug: doctorId, stepMinutes, noticeMinutes, horizonDays }
  await db.doctor.create({ data: known })
  const rows = hours.map((one) => ({ ...one, fromDay: day(one.fromDay), untilDay: day(one.untilDay) }))
  await db.doctorHours.createMany(own(rows))
  await db.doctorBreak.createMany(own(breaks))
  await db.timeOff.createMany(own(timeOff.map((one) => ({ id: newId(), ...one }))))
  await db.holiday.deleteMany()
  const named = { nameFr: 'Fermé', nameEn: 'Closed' }
  await db.holiday.createMany({ data: holidays.map((one) => ({ day: `${one}T00:00:00Z`, ...named })) })
  await db.slotClaim.createMany(own(busy.map((one) => ({ appointmentId: doctorId, ...one }))))
  return doctorId
}
