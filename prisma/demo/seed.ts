import { RetryAfterError } from 'inngest'
import { runSaga } from '@/inngest/run-saga'
import { sagas } from '@/inngest/sagas/sagas'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { appointmentIdOf, createAppointment } from '@/lib/commands/visit/create-appointment'
import type { Db } from '@/lib/db/client'
import { idFrom } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { clock, isoDay } from '@/lib/views/wording'
import { doctors, patients } from './cast'
import { createDemoAccounts, linkDemoDoctors } from './demo-accounts'
import { type DemoVisit, demoVisits } from './demo-visits'
import { setUpClinic } from './set-up-clinic'
import { writeClinicPages } from './write-clinic-pages'

const namespace = '5eed0000-0000-4000-8000-000000000000'
const daysAhead = 28

/**
 * Fills the demo clinic by the commands that people use, and carries the sagas of its visits by plain calls. A seed
 * that was killed at any moment is finished by the next: every request has a fixed id, and the doctors get their
 * accounts last. `now` is an ISO instant.
 */
export async function seed(db: Db, { now }: { now: string }): Promise<void> {
  await createDemoAccounts(db, now)
  await setUpClinic(db)
  await writeClinicPages(db)
  for (const visit of demoVisits) await play(db, visit, now)
  await linkDemoDoctors(db)
}

async function play(db: Db, visit: DemoVisit, now: string): Promise<void> {
  const appointmentId = await book(db, visit, now)
  if (visit.mailRefuses) await carryWithoutMail(db, appointmentId)
  else await carrySagas(db, appointmentId)
  if (!visit.isConfirmed) return
  const by = { role: 'doctor', id: doctors[visit.doctor].id } as const
  const confirmed = await confirmAppointment(db, { requestId: requestId(visit, 'confirm'), appointmentId, by }, now)
  if (confirmed.ok) await carrySagas(db, appointmentId)
}

async function book(db: Db, visit: DemoVisit, now: string): Promise<string> {
  const request = { requestId: requestId(visit, 'create'), doctorSlug: doctors[visit.doctor].slug }
  const appointmentId = appointmentIdOf(request.requestId)
  if (await db.appointment.findUnique({ where: { id: appointmentId } })) return appointmentId
  const startsAt = await findHour(db, visit, now)
  const booked = await createAppointment(db, { ...request, startsAt, patient: patients[visit.patient] }, now)
  if (!booked.ok) throw new Error(`visit ${visit.number} of the demo was refused: ${booked.refused}`)
  return appointmentId
}

async function findHour(db: Db, { number, doctor: name, openDay, at }: DemoVisit, now: string): Promise<string> {
  const doctor = await findDoctorBySlug(db, doctors[name].slug)
  if (!doctor) throw new Error(`the demo has no doctor ${name}`)
  const { timeZone } = doctor
  const wanted = { doctor, length: usualVisit(doctor) }
  const open = (await listOpenSlots(db, [wanted], { now, days: daysAhead })).get(doctor.id)?.slots ?? []
  const wallClock = ({ startsAt }: { startsAt: string }) =>
    `${isoDay(startsAt, timeZone)} ${clock(startsAt, { locale: 'fr', timeZone })}`
  const days = [...new Set(open.map(({ startsAt }) => isoDay(startsAt, timeZone)))]
  const hour = open.find((slot) => wallClock(slot) >= `${days[openDay]} ${at}`)
  if (!hour) throw new Error(`visit ${number} of the demo finds no free hour`)
  return hour.startsAt
}

async function carryWithoutMail(db: Db, appointmentId: string): Promise<void> {
  await setDemoFault(db, 'mail', 'refuses')
  try {
    await carrySagas(db, appointmentId)
  } finally {
    await setDemoFault(db, 'mail', 'works')
  }
}

/** Carries what the appointment's events have started, in order; their events then count as delivered. */
async function carrySagas(db: Db, appointmentId: string): Promise<void> {
  const posted = await db.outbox.findMany({ where: { streamId: appointmentId }, orderBy: { version: 'asc' } })
  for (const { eventId, payload } of posted) {
    await carry({ eventId, sagaId: (payload as { sagaId: string }).sagaId })
  }
}

/** A seed that was killed leaves its driver's token behind, for twenty seconds at most. */
async function carry(saga: { sagaId: string; eventId: string }): Promise<void> {
  for (;;) {
    try {
      return await runSaga(sagas, saga, (_, work) => work())
    } catch (error) {
      if (!(error instanceof RetryAfterError)) throw error
      const waitMs = Math.max(0, Date.parse(error.retryAfter) - Date.now())
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

function requestId({ number }: DemoVisit, command: 'create' | 'confirm'): string {
  return idFrom(namespace, `${command}:${number}`)
}
