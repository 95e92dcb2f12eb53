import type { Db } from '@/lib/db/client'
import { clinic, doctors } from './cast'

/** Writes the clinic and its doctors. Safe to repeat. */
export async function setUpClinic(db: Db): Promise<void> {
  await db.clinic.upsert({ where: { id: 1 }, create: { id: 1, ...clinic }, update: clinic })
  for (const { hours, ...doctor } of Object.values(doctors)) {
    await db.doctor.upsert({ where: { id: doctor.id }, create: doctor, update: doctor })
    await db.doctorHours.createMany({
      data: hours.map((one) => ({ doctorId: doctor.id, ...one })),
      skipDuplicates: true,
    })
  }
}
