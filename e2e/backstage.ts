import { readFileSync } from 'node:fs'
import path from 'node:path'
import { changeRun } from '@/lib/commands/run/change-run'
import { startRun } from '@/lib/commands/run/start-run'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { connect, type Db } from '@/lib/db/client'
import { blindIndex } from '@/lib/db/sealed'
import { dayMs, hourMs, laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { env } from '@/lib/settings/env'
import { visitPath } from '@/lib/views/visit-path'
import { doctors } from '@/prisma/demo/cast'
import { findTestServer } from '@/tests/run/test-server'
import { clinicUnderTest } from './under-test'

const { folder, address, database } = clinicUnderTest

/** Works on the database of the clinic under test, for what no page offers: its rules, and visits of days gone by. */
export async function backstage<Answer>(work: (db: Db) => Promise<Answer>): Promise<Answer> {
  connection ??= connect(await readOnce(), 1)
  return work(connection)
}

/** One for each worker, which ends with it. */
let connection: Db | undefined

/**
 * Reads the settings of the clinic under test as its app has them, and answers with the address of its database. The
 * environment is left as it was: other tests start clinics of their own from it.
 */
async function readOnce(): Promise<string> {
  const before = { ...process.env }
  process.env.DATABASE_URL ||= findTestServer()(database)
  process.env.CARNET_SECRET ||= readFileSync(path.join(folder, 'secret'), 'utf8').trim()
  process.env.CARNET_URL ||= address
  const url = env().DATABASE_URL
  process.env = before
  return url
}

/** Hours before a confirmed visit within which its patient may no longer move it, and is late to cancel it. */
export function setNotice(noticeHours: number): Promise<unknown> {
  return backstage((db) => db.clinic.update({ where: { id: 1 }, data: { noticeHours } }))
}

/** Does something while nobody can read a table: what is answered meanwhile does not hang on it. */
export function whileNobodyReads(table: 'patient', work: () => Promise<void>): Promise<void> {
  return backstage((db) =>
    db.$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(`lock table "${table}" in access exclusive mode`)
        await work()
      },
      { timeout: minuteMs, maxWait: minuteMs },
    ),
  )
}

/** Every hour that is held lapses in so many milliseconds; at once when nothing is said. */
export function lapseHolds(inMs = 0): Promise<unknown> {
  const heldUntil = new Date(Date.now() + inMs)
  return backstage((db) => db.slotClaim.updateMany({ where: { heldUntil: { not: null } }, data: { heldUntil } }))
}

/** Whatever a test made fail works again, also when the test itself did not get that far. */
export function mendAll(): Promise<unknown> {
  return backstage((db) => db.demoFault.deleteMany())
}

const weekMs = 7 * dayMs

/** A visit of Dr Vasseur that was confirmed, and whose hour came a few days ago. Answers with its id and its page. */
export function bookLastWeek(guest: { name: string; email: string }): Promise<{ id: string; page: string }> {
  return backstage(async (db) => {
    const then = new Date(Date.now() - weekMs).toISOString()
    const doctor = await findDoctorBySlug(db, doctors.helene.slug)
    if (!doctor) throw new Error('the cast is not set up')
    const open = await listOpenSlots(db, [{ doctor, length: usualVisit(doctor) }], { now: then, days: 5 })
    const slot = open.get(doctor.id)?.slots[0]
    if (!slot) throw new Error('Dr Vasseur had no free hour last week')
    const patient = { ...guest, phone: null, language: 'en' as const }
    const request = { requestId: newId(), doctorSlug: doctor.slug, startsAt: slot.startsAt, patient }
    const booked = await createAppointment(db, request, then)
    if (!booked.ok) throw new Error(booked.refused)
    const { appointmentId } = booked.value
    await confirmAppointment(db, { requestId: newId(), appointmentId, by: { role: 'doctor', id: doctor.id } }, then)
    return { id: appointmentId, page: visitPath(await visitToken(db, booked.value, then)) }
  })
}

type Booking = { startsAt: string; visitTypeId?: string; isRequest?: boolean }

/** A visit of Dr Vasseur at an hour (ISO instant) that is free, confirmed unless it is to stay a request. */
export function bookAt(guest: { name: string; email: string }, { startsAt, visitTypeId, isRequest }: Booking) {
  return backstage(async (db) => {
    const now = isoNow()
    const patient = { ...guest, phone: null, language: 'en' as const }
    const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt, visitTypeId, patient }
    const booked = await createAppointment(db, request, now)
    if (!booked.ok) throw new Error(booked.refused)
    const { appointmentId } = booked.value
    const confirmation = { requestId: newId(), appointmentId, by: { role: 'doctor', id: doctors.helene.id } as const }
    if (!isRequest) await confirmAppointment(db, confirmation, now)
  })
}

/** The read model of a guest's visit; nothing when there is none. */
export function appointmentOf({ email }: { email: string }) {
  return backstage(async (db) => {
    const patient = await db.patient.findFirst({ where: { emailIndex: blindIndex(email) } })
    return patient && (await db.appointment.findFirst({ where: { patientId: patient.id } }))
  })
}

/** A run of Dre Vasseur's that was taken back an hour ago: no page tells of it any more. Returns its id. */
export async function stoppedRun(db: Db, appointmentId: string): Promise<string> {
  const ago = laterBy(isoNow(), -hourMs)
  const items = [{ subjectId: appointmentId }]
  const { id: doctorId } = doctors.helene
  const run = {
    requestId: crypto.randomUUID(),
    kind: 'confirm' as const,
    doctorId,
    by: doctorId,
    items,
    undoMs: hourMs,
  }
  const started = await startRun(db, run, ago)
  if (!started.ok) throw new Error(started.refused)
  await changeRun(db, { runId: started.value.runId, change: 'stop', by: doctorId, doctorId }, ago)
  return started.value.runId
}
