import { setClinicProfile } from '@/lib/commands/clinic/set-clinic-profile'
import { setDoctorProfile } from '@/lib/commands/people/set-doctor-profile'
import type { Db } from '@/lib/db/client'
import { type CastDoctor, clinic, doctors } from './cast'
import { clinicProfile, profiles } from './profiles'

/** Writes the clinic and its doctors. Safe to repeat. */
export async function setUpClinic(db: Db): Promise<void> {
  await db.clinic.upsert({ where: { id: 1 }, create: { id: 1, ...clinic }, update: clinic })
  for (const doctor of Object.values(doctors)) await setUpDoctor(db, doctor)
  await introduce(db)
}

/** What an admin writes by hand; what was changed since stays. */
async function introduce(db: Db): Promise<void> {
  if (!(await db.clinicProfile.findUnique({ where: { id: 1 } }))) await setClinicProfile(db, clinicProfile)
  for (const [name, profile] of Object.entries(profiles)) {
    const { id: doctorId } = doctors[name as keyof typeof doctors]
    if (!(await db.doctorProfile.findUnique({ where: { doctorId } }))) await setDoctorProfile(db, doctorId, profile)
  }
}

async function setUpDoctor(db: Db, { hours, breaks, visitTypes, ...doctor }: CastDoctor): Promise<void> {
  const doctorId = doctor.id
  await db.doctor.upsert({ where: { id: doctorId }, create: doctor, update: doctor })
  const own = <Row>(rows: readonly Row[]) => ({ data: rows.map((row) => ({ doctorId, ...row })), skipDuplicates: true })
  if ((await db.doctorHours.count({ where: { doctorId } })) === 0) await db.doctorHours.createMany(own(hours))
  await db.doctorBreak.createMany(own(breaks))
  await db.visitType.createMany(
    own(
      visitTypes.map(({ name, instructions, ...type }, position) => ({
        ...{ ...type, position, nameFr: name.fr, nameEn: name.en },
        ...{ instructionsFr: instructions.fr, instructionsEn: instructions.en },
      })),
    ),
  )
}
