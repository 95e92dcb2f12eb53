import type { Db } from '@/lib/db/client'
import type { OpeningHours } from '@/lib/domain/schedule/doctor-schedule'
import { newId } from '@/lib/ids'
import { getScheduledDoctor, type ScheduledDoctor } from '@/lib/queries/people/doctors'
import { doctors } from '@/prisma/demo/cast'

/** A doctor for one round alone, who is like Dre Vasseur but for these hours: rounds do not get in each other's way. */
export async function roundDoctor(
  db: Db,
  hours: readonly OpeningHours[],
  stepMinutes: number,
): Promise<ScheduledDoctor> {
  const { hours: _, breaks: __, visitTypes: ___, ...helene } = doctors.helene
  const id = newId()
  await db.doctor.create({ data: { ...helene, stepMinutes, id, slug: `doctor-${id}` } })
  const usual = { id: newId(), nameFr: 'Consultation', nameEn: 'Consultation', minutes: 20, position: 0 }
  await db.visitType.create({ data: { ...usual, doctorId: id } })
  await db.doctorHours.createMany({ data: hours.map((opening) => ({ doctorId: id, ...opening })) })
  return getScheduledDoctor(db, id)
}
