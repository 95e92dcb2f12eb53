import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import { dayMs, hourMs, laterBy, minuteMs } from '@/lib/domain/time'
import { append } from '@/lib/event-store/append'
import { newId } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { describeSlot, listOpenSlots } from '@/lib/queries/visit/open-slots'
import { patients } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { keepSchedule } from '@/tests/fixtures/keep-schedule'
import { type Asked, anyAsked } from '@/tests/fixtures/schedules'
import { cancelAppointment } from './cancel-appointment'
import { createAppointment } from './create-appointment'
import { holdSlot } from './hold-slot'
import { rescheduleAppointment } from './reschedule-appointment'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('every door says the same of an hour: the list, its page, a hold, a booking and a move', async () => {
  const seen = { free: 0, not: 0 }
  // As many worlds as it takes to meet with enough hours of both kinds.
  for (const asked of fc.sample(anyAsked('0a7c1f6e-0000-4000-8000-00000000dddd'), 200)) {
    if (seen.free >= 20 && seen.not >= 8) break
    const world = await open(asked)
    for (const startsAt of world.hours) {
      const isFree = world.free.has(startsAt)
      seen[isFree ? 'free' : 'not'] += 1
      const said = await askEverywhere(world, startsAt)
      expect(said, `${startsAt} ${JSON.stringify(asked)}`).toEqual({
        list: isFree,
        page: isFree,
        hold: isFree,
        booking: isFree,
        move: isFree,
      })
    }
  }
  expect(seen.free).toBeGreaterThanOrEqual(20)
  expect(seen.not).toBeGreaterThanOrEqual(8)
})

type World = { asked: Asked; doctorId: string; free: Set<string>; hours: string[] }

/** Writes down what was drawn: of what is taken, some is claimed, some held by others, and some visits hold no claim. */
async function open(asked: Asked): Promise<World> {
  const { db } = database
  const { schedule, length, busy, window } = asked
  const doctorId = await keepSchedule(db, asked)
  for (const [index, { startsAt, endsAt }] of busy.entries()) {
    const at = { doctorId, startsAt, endsAt }
    const claim = (more: object) => ({ data: [{ appointmentId: newId(), ...at, ...more }], skipDuplicates: true })
    if (index % 3 === 0) await db.slotClaim.createMany(claim({}))
    else if (index % 3 === 1)
      await db.slotClaim.createMany(claim({ heldUntil: laterBy(window.now, hourMs), holder: newId() }))
    else await db.appointment.create({ data: liveVisit(at) })
  }
  await lapsedHold(doctorId, window.now)
  const counts = [{ heldUntil: null }, { heldUntil: { gt: window.now } }]
  const claims = await db.slotClaim.findMany({ where: { doctorId, OR: counts } })
  const unclaimed = await db.appointment.findMany({ where: { doctorId } })
  const taken = [...claims, ...unclaimed].map((row) => ({
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }))
  const own = { ...schedule, doctorId }
  const free = openSlots(own, length, taken, window).map(({ startsAt }) => startsAt)
  const offered = openSlots(own, length, [], window).map(({ startsAt }) => startsAt)
  const some = (all: string[]) => [all.at(0), all.at(Math.floor(all.length / 2)), all.at(-1)]
  const refused = offered.filter((hour) => !free.includes(hour))
  const odd = free[0] ? [laterBy(free[0], minuteMs)] : []
  const hours = [...some(free), ...some(refused), ...odd].filter((hour): hour is string => hour !== undefined)
  return { asked, doctorId, free: new Set(free), hours: [...new Set(hours)] }
}

async function askEverywhere({ asked, doctorId }: World, startsAt: string) {
  const { db } = database
  const { now } = asked.window
  const doctor = await findDoctorBySlug(db, doctorId)
  if (!doctor) throw new Error('no doctor')
  const [length] = doctor.visitTypes
  if (!length) throw new Error('no visit type')
  const listed = await listOpenSlots(db, [{ doctor, length }], asked.window)
  const list = listed.get(doctorId)?.slots.some((slot) => slot.startsAt === startsAt)
  const page = (await describeSlot(db, doctor, length, startsAt, { now })).ok

  const holder = newId()
  const hold = (await holdSlot(db, { holder, holdId: newId(), doctorSlug: doctorId, startsAt }, now)).ok
  await db.slotClaim.deleteMany({ where: { holder } })

  const request = { requestId: newId(), doctorSlug: doctorId, startsAt, patient: patients.amina }
  const booked = await createAppointment(db, request, now)
  if (booked.ok) await callOff(booked.value.appointmentId, doctorId, now)

  const moving = await bookFarAway(asked, doctorId)
  const moved = await rescheduleAppointment(db, { requestId: newId(), ...moving, startsAt }, now)
  await callOff(moving.appointmentId, doctorId, now)
  return { list, page, hold, booking: booked.ok, move: moved.ok }
}

/** A visit with nothing in its way, as long as the one that is asked for. */
async function bookFarAway({ window: { now }, length }: Asked, doctorId: string) {
  const [appointmentId, patientId] = [newId(), newId()]
  const startsAt = laterBy(now, 40 * dayMs)
  const endsAt = laterBy(startsAt, length.minutes * minuteMs)
  const { beforeMinutes, afterMinutes } = length
  const created: AppointmentEvent = {
    type: 'AppointmentCreated',
    data: {
      ...{ appointmentId, doctorId, patientId, startsAt, endsAt, beforeMinutes, afterMinutes },
      ...{ by: 'patient', over: [], mail: true, sms: false, visitTypeId: null },
    },
  }
  const changes = [{ streamId: appointmentId, history: [], events: [created] }]
  const appended = await append(database.db, { commandId: newId(), actor: patientId, now, changes })
  expect(appended).toMatchObject({ appended: true })
  return { appointmentId, by: { role: 'patient', id: patientId } as const }
}

async function callOff(appointmentId: string, doctorId: string, now: string): Promise<void> {
  const by = { role: 'doctor', id: doctorId } as const
  const off = await cancelAppointment(database.db, { requestId: newId(), appointmentId, by, reason: null }, now)
  expect(off.ok).toBe(true)
}

/** Somebody held an hour a while ago and has not come back; it counts for nothing. */
async function lapsedHold(doctorId: string, now: string): Promise<void> {
  const span = { startsAt: laterBy(now, hourMs), endsAt: laterBy(now, 3 * hourMs) }
  const held = { heldUntil: laterBy(now, -minuteMs), holder: newId() }
  await database.db.slotClaim.createMany({
    data: [{ appointmentId: newId(), doctorId, ...span, ...held }],
    skipDuplicates: true,
  })
}

function liveVisit({ doctorId, startsAt, endsAt }: { doctorId: string; startsAt: string; endsAt: string }) {
  const at = { createdAt: startsAt, updatedAt: startsAt }
  return { id: newId(), version: 1, doctorId, patientId: newId(), startsAt, endsAt, status: 'confirmed', ...at }
}
