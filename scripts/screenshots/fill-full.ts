import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { prepareVisit } from '@/lib/commands/visit/prepare-visit'
import { callIn, completeVisit, recordArrival, recordNoShow } from '@/lib/commands/visit/record-attendance'
import { type Db, db } from '@/lib/db/client'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { idFrom } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots } from '@/lib/queries/visit/open-slots'
import { doctors } from '@/prisma/demo/cast'
import { seed } from '@/prisma/demo/seed'
import { setUpClinic } from '@/prisma/demo/set-up-clinic'
import { forSeed } from '@/scripts/launch/seed-demo'
import { carry, nameLinks, returnMessage } from './carry'
import { personOfFullClinic } from './full-people'
import { fullAt, fullFilledAt } from './instant'

const namespace = 'f0110000-0000-4000-8000-000000000000'
const requestsMax = 40
/** Which of a doctor's visit types come in turn: mostly the usual one. */
const turns = [0, 0, 2, 0, 1, 0, 0, 2]

// A process of its own, so that its clock can be set: the demo clinic in a week in which nothing is free.
Object.assign(process.env, forSeed)
await setUpClinic(db())
await openAllDay(db(), doctors.claire.id)
let number = 0
let requests = 0
for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
  await fillDay(db(), doctors.helene.slug, day)
for (const { slug } of [doctors.idris, doctors.claire]) await fillDay(db(), slug, '2026-11-24')
await failSome(db())
await attend(db())
await seed(db(), { now: fullFilledAt })
await returnMessage(db(), fullFilledAt)
await nameLinks(db())
await db().$disconnect()

/** As long a day as the others have. */
async function openAllDay(db: Db, doctorId: string): Promise<void> {
  const spans = [
    ['08:30', '12:30'],
    ['13:30', '18:00'],
  ] as const
  const hours = spans.map(([opens, closes]) => ({ doctorId, weekday: 2, opens, closes }))
  await db.doctorHours.createMany({ data: hours })
}

/** Books whatever is free on a day; of the days to come four in five wait to be confirmed, up to forty. */
async function fillDay(db: Db, slug: string, day: string): Promise<void> {
  const doctor = await findDoctorBySlug(db, slug)
  if (!doctor) throw new Error('the cast is not set up')
  for (let turn = 0; ; turn++) {
    const length = doctor.visitTypes[turns[turn % turns.length] ?? 0] ?? doctor.visitTypes[0]
    if (!length) throw new Error('a doctor of the cast can be visited for nothing')
    const question = { now: fullFilledAt, days: 1, from: day, by: 'clinic' } as const
    const free = (await listOpenSlots(db, [{ doctor, length }], question)).get(doctor.id)?.slots[0]
    if (!free && length.minutes <= 20) return
    if (free)
      await bookHour(db, { slug, visitTypeId: length.id, startsAt: free.startsAt, isToCome: day > '2026-11-24' })
  }
}

type Hour = { slug: string; visitTypeId: string; startsAt: string; isToCome?: boolean }

async function bookHour(db: Db, { slug, visitTypeId, startsAt, isToCome = false }: Hour): Promise<void> {
  const { patient, birthDate, reason } = personOfFullClinic(++number)
  const requestId = idFrom(namespace, `create:${number}`)
  const booked = await createAppointment(
    db,
    { requestId, doctorSlug: slug, visitTypeId, startsAt, patient },
    fullFilledAt,
  )
  if (!booked.ok) throw new Error(booked.refused)
  const { appointmentId } = booked.value
  await prepareVisit(db, { appointmentId, patientId: idFrom(requestId, 'patient'), birthDate, reason }, fullFilledAt)
  await carry(db, appointmentId)
  if (isToCome && number % 5 !== 0 && requests < requestsMax) return void requests++
  const { doctorId: id } = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const confirmation = {
    requestId: idFrom(namespace, `confirm:${number}`),
    appointmentId,
    by: { role: 'doctor', id } as const,
  }
  await confirmAppointment(db, confirmation, fullFilledAt)
  await carry(db, appointmentId)
}

/** Some bookings of the week after meet a mail that refuses, some a calendar. */
async function failSome(db: Db): Promise<void> {
  const doctor = await findDoctorBySlug(db, doctors.helene.slug)
  const length = doctor?.visitTypes[0]
  if (!doctor || !length) throw new Error('the cast is not set up')
  const question = { now: fullFilledAt, days: 1, from: '2026-11-30' }
  const free = (await listOpenSlots(db, [{ doctor, length }], question)).get(doctor.id)?.slots ?? []
  for (const [index, { startsAt }] of free.slice(0, 12).entries()) {
    const service = index % 3 === 2 ? 'calendar' : 'mail'
    await setDemoFault(db, service, 'refuses')
    await bookHour(db, { slug: doctor.slug, visitTypeId: length.id, startsAt })
    await setDemoFault(db, service, 'works')
  }
}

/** By the time of the pictures the morning's patients are seen, one is in the room, some wait, and one did not come. */
async function attend(db: Db): Promise<void> {
  const by = { id: 'pictures', role: 'staff' } as const
  const startsAt = { gte: '2026-11-24T00:00:00Z', lt: fullAt }
  const visits = await db.appointment.findMany({ where: { startsAt }, orderBy: { startsAt: 'asc' } })
  for (const [index, visit] of visits.entries()) {
    const request = (what: string) => ({ requestId: idFrom(visit.id, what), appointmentId: visit.id, by })
    const began = visit.startsAt.toISOString()
    const minutesAgo = (Date.parse(fullAt) - Date.parse(began)) / minuteMs
    if (minutesAgo < 12) continue
    if (index % 11 === 5) await recordNoShow(db, request('missed'), laterBy(began, 12 * minuteMs))
    else await recordArrival(db, request('arrived'), laterBy(began, -5 * minuteMs))
    if (index % 11 !== 5 && minutesAgo > 30) await callIn(db, request('called'), laterBy(began, 28 * minuteMs))
    if (index % 11 !== 5 && minutesAgo > 50) await completeVisit(db, request('seen'), laterBy(began, 45 * minuteMs))
    await carry(db, visit.id)
  }
}
