import type { Db } from '@/lib/db/client'
import { type CastDoctor, clinic, doctors } from './cast'

/** Writes the clinic and its doctors. Safe to repeat. */
export async function setUpClinic(db: Db): Promise<void> {
  await db.clinic.upsert({ where: { id: 1 }, create: { id: 1, ...clinic }, update: clinic })
  for (const doctor of Object.values(doctors)) await setUpDoctor(db, doctor)
}

async function setUpDoctor(db: Db, { hours, breaks, visitTypes, ...doctor }: CastDoctor): Promise<void> {
  const doctorId = doctor.id
  await db.doctor.upsert({ where: { id: doctorId }, create: doctor, update: doctor })
  const own = <Row>(rows: readonly Row[]) => ({ data: rows.map((row) => ({ doctorId, ...row })), skipDuplicates: true })
  if ((await db.doctorHours.count({ where: { doctorId } })) === 0) await db.doctorHours.createMany(own(hours))
  await db.doctorBreak.createMany(own(breaks))
  await db.visitType.createMany(
    own(visitTypes.map(({ name, ...type }, position) => ({ ...type, nameFr: name.fr, nameEn: name.en, position }))),
  )
}
