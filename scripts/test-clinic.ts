import { runSaga } from '@/inngest/run-saga'
import { sagas } from '@/inngest/sagas/sagas'
import { createAppointment } from '@/lib/commands/create-appointment'
import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { newId } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/open-slots'
import { doctors, patients } from '@/prisma/cast'

/** The hours Dre Vasseur offers over the next two weeks, taken or not. */
export async function offeredSlots(db: Db): Promise<Slot[]> {
  const doctor = await findDoctorBySlug(db, doctors.helene.slug)
  if (!doctor) throw new Error('the cast is not set up')
  const wanted = { doctor, length: usualVisit(doctor) }
  const open = await listOpenSlots(db, [wanted], { now: new Date().toISOString(), days: 14 })
  return open.get(doctor.id)?.slots ?? []
}

let offered: Slot[] | undefined

/** Amina books Dre Vasseur's free hour with this number; throws when refused. Answers with the appointment's id. */
export async function book(db: Db, number: number): Promise<string> {
  offered ??= await offeredSlots(db)
  const startsAt = offered[number]?.startsAt ?? ''
  const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt, patient: patients.amina }
  const result = await createAppointment(db, request, new Date().toISOString())
  if (!result.ok) throw new Error(result.refused)
  return result.value.appointmentId
}

type OpenBooking = { appointmentId: string; commit: () => Promise<void> }

/** Books in a transaction that stays open until it is told to commit. */
export function bookInOpenTransaction(db: Db, number: number): Promise<OpenBooking> {
  return new Promise((resolve, reject) => {
    const work = async (open: unknown) => {
      const appointmentId = await book(open as Db, number)
      await new Promise<void>((end) => {
        const commit = () => {
          end()
          return committed
        }
        resolve({ appointmentId, commit })
      })
    }
    const committed = db.$transaction(work, { maxWait: 30_000, timeout: 30_000 })
    committed.catch(reject)
  })
}

/** Carries every unfinished saga as far as it goes by plain calls, in the order of their turns. */
export async function carryAll(db: Db): Promise<void> {
  const unfinished = { status: { in: ['RUNNING', 'COMPENSATING'] }, nextAt: null }
  for (const { sagaId } of await db.saga.findMany({ where: unfinished, orderBy: { turn: 'asc' } })) await carry(sagaId)
}

/** Carries one saga to its end, or until a step asks to be called again later: then that error is thrown. */
export async function carry(sagaId: string): Promise<string[]> {
  const steps: string[] = []
  await runSaga(sagas, { sagaId }, (name, work) => {
    steps.push(name)
    return work()
  })
  return steps
}
