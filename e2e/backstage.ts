import { readFileSync } from 'node:fs'
import path from 'node:path'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { createAppointment } from '@/lib/commands/create-appointment'
import { connect, type Db } from '@/lib/db/client'
import { blindIndex } from '@/lib/db/sealed'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/open-slots'
import { signVisit } from '@/lib/visit-link'
import { doctors } from '@/prisma/cast'
import { startLocalPostgres } from '@/scripts/local-postgres'
import type { newGuest } from './people'
import { clinicUnderTest } from './under-test'

const { folder, address } = clinicUnderTest

/** Works on the database of the clinic under test, for what no page offers: its rules, and visits of days gone by. */
export async function backstage<Answer>(work: (db: Db) => Promise<Answer>): Promise<Answer> {
  const db = connect(await readOnce(), 1)
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}

let url: string | undefined

/**
 * Reads the settings of the clinic under test as its app has them, and answers with the address of its database. The
 * environment is left as it was: other tests start clinics of their own from it.
 */
async function readOnce(): Promise<string> {
  if (url) return url
  const before = { ...process.env }
  process.env.DATABASE_URL ||= (await startLocalPostgres(path.join(folder, 'postgres'), 'carnet')).url('carnet')
  process.env.CARNET_SECRET ||= readFileSync(path.join(folder, 'secret'), 'utf8').trim()
  process.env.CARNET_URL ||= address
  url = env().DATABASE_URL
  process.env = before
  return url
}

/** Hours before a confirmed visit within which its patient may no longer change it. */
export function setNotice(noticeHours: number): Promise<unknown> {
  return backstage((db) => db.clinic.update({ where: { id: 1 }, data: { noticeHours } }))
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

const weekMs = 7 * 86_400_000

/** A visit of Dr Vasseur that was confirmed, and whose hour came a few days ago. Answers with its id and its page. */
export function bookLastWeek(guest: ReturnType<typeof newGuest>): Promise<{ id: string; page: string }> {
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
    await confirmAppointment(db, { requestId: newId(), appointmentId, doctorId: doctor.id }, then)
    return { id: appointmentId, page: `/visits/${await signVisit(appointmentId)}` }
  })
}

/** The read model of a guest's visit; nothing when there is none. */
export function appointmentOf({ email }: { email: string }) {
  return backstage(async (db) => {
    const patient = await db.patient.findFirst({ where: { emailIndex: blindIndex(email) } })
    return patient && (await db.appointment.findFirst({ where: { patientId: patient.id } }))
  })
}
