import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { type Db, db } from '@/lib/db/client'
import { idFrom } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { doctors, patients } from '@/prisma/demo/cast'
import { seed } from '@/prisma/demo/seed'
import { setUpClinic } from '@/prisma/demo/set-up-clinic'
import { forSeed } from '@/scripts/launch/seed-demo'
import { carry, nameLinks, returnMessage } from './carry'
import { filledAt, fullDay } from './instant'

const namespace = '91c70000-0000-4000-8000-000000000000'

// A process of its own, so that its clock can be set: the demo clinic, and a day of Dre Vasseur's that is full.
Object.assign(process.env, forSeed)
// First what is many, so that the list of sagas begins with what is the demo's.
await setUpClinic(db())
await fillDay(db())
await seed(db(), { now: filledAt })
await returnMessage(db(), filledAt)
await nameLinks(db())
await db().$disconnect()

/** Books every free hour of the full day, each third of which waits to be confirmed. */
async function fillDay(db: Db): Promise<void> {
  const doctor = await findDoctorBySlug(db, doctors.helene.slug)
  if (!doctor) throw new Error('the cast is not set up')
  const wanted = { doctor, length: usualVisit(doctor) }
  const open = (await listOpenSlots(db, [wanted], { now: filledAt, days: 14 })).get(doctor.id)?.slots ?? []
  const hours = open.filter(({ startsAt }) => startsAt.startsWith(fullDay))
  const people = Object.values(patients)
  for (const [index, { startsAt }] of hours.entries()) {
    const patient = people[index % people.length] ?? patients.amina
    const request = { requestId: idFrom(namespace, `create:${index}`), doctorSlug: doctor.slug, startsAt, patient }
    const booked = await createAppointment(db, request, filledAt)
    if (!booked.ok) throw new Error(booked.refused)
    const { appointmentId } = booked.value
    const confirmation = {
      requestId: idFrom(namespace, `confirm:${index}`),
      appointmentId,
      by: { role: 'doctor', id: doctor.id } as const,
    }
    await carry(db, appointmentId)
    if (index % 3 === 0) continue
    await confirmAppointment(db, confirmation, filledAt)
    await carry(db, appointmentId)
  }
}
