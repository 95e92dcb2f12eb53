import { PrismaPg } from '@prisma/adapter-pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { connectionTo } from '@/lib/db/connection'
import { PrismaClient } from '@/lib/db/generated/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { calendarRange } from '@/lib/views/calendar-range'
import { doctors, patients } from '@/prisma/demo/cast'
import { offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { readBoard } from './board'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

const zone = { timeZone: 'Europe/Paris', view: 'day' } as const

test('a day is read by as many statements with fifteen doctors and six visits as with five and one', async () => {
  const { db } = database
  const now = isoNow()
  const slots = await offeredSlots(db)
  const onDay = (day: string) => slots.filter(({ startsAt }) => startsAt.startsWith(day))
  const day = slots.map(({ startsAt }) => startsAt.slice(0, 10)).find((one) => onDay(one).length >= 8) ?? ''
  const ofDay = onDay(day)
  const range = calendarRange({ date: day, now, ...zone })
  await book(ofDay[0]?.startsAt)
  const few = await counted(() => range)
  expect([few.doctors, few.visits]).toEqual([5, 1])

  for (const slot of ofDay.slice(2, 7)) await book(slot.startsAt)
  const helene = await db.doctor.findUniqueOrThrow({ where: { id: doctors.helene.id }, include: { hours: true } })
  for (let number = 0; number < 10; number++) {
    const { hours, ...row } = helene
    const id = newId()
    await db.doctor.create({ data: { ...row, id, slug: `copy-${number}`, userId: null } })
    await db.doctorHours.createMany({ data: hours.map(({ id: _, ...one }) => ({ ...one, doctorId: id })) })
    await db.visitType.create({
      data: { id: newId(), doctorId: id, nameFr: 'Consultation', nameEn: 'Visit', minutes: 20, position: 0 },
    })
  }
  const many = await counted(() => range)
  expect([many.doctors, many.visits]).toEqual([15, 6])
  expect(many.free).toBeGreaterThan(few.free)
  expect(many.statements).toBe(few.statements)
  expect(many.statements).toBeLessThanOrEqual(14)
})

async function book(startsAt = ''): Promise<void> {
  const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt, patient: patients.amina }
  expect(await createAppointment(database.db, request, isoNow())).toMatchObject({ ok: true })
}

/** Reads the board by a client that counts what it asks. */
async function counted(rangeOf: () => { day: string; from: string; to: string }) {
  const adapter = new PrismaPg(connectionTo(database.url))
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  let statements = 0
  client.$on('query', () => void statements++)
  const { doctors, visits, free } = await readBoard(client as never, { range: rangeOf(), now: isoNow() })
  await client.$disconnect()
  const counts = [...free.values()].map(({ slots }) => slots.length)
  return { statements, doctors: doctors.length, visits: visits.length, free: counts.reduce((sum, one) => sum + one, 0) }
}
