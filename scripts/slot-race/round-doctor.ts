import type { Db } from '@/lib/db/client'
import type { OpeningHours } from '@/lib/domain/schedule/open-slots'
import { newId } from '@/lib/ids'
import { type Doctor, getDoctorById } from '@/lib/queries/doctors'
import { doctors } from '@/prisma/cast'

/** A doctor for one round alone, who is like Dre Vasseur but for these hours: rounds do not get in each other's way. */
export async function roundDoctor(db: Db, hours: readonly OpeningHours[]): Promise<Doctor> {
  const { hours: _, ...helene } = doctors.helene
  const id = newId()
  await db.doctor.create({ data: { ...helene, id, slug: `doctor-${id}` } })
  await db.doctorHours.createMany({ data: hours.map((one) => ({ doctorId: id, ...one })) })
  return getDoctorById(db, id)
}
