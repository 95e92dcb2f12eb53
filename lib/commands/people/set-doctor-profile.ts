import type { Db } from '@/lib/db/client'
import type { DoctorProfile } from '@/lib/domain/people/doctor-profile'
import { announce } from '@/lib/event-store/announce'

/** Changes what patients read of a doctor beside the name. Safe to repeat. */
export async function setDoctorProfile(db: Db, doctorId: string, profile: DoctorProfile): Promise<void> {
  const { about, fees, languages, ...said } = profile
  const row = {
    ...said,
    languages: [...languages],
    ...{ aboutFr: about.fr, aboutEn: about.en, feesFr: fees.fr, feesEn: fees.en },
  }
  await db.doctorProfile.upsert({ where: { doctorId }, create: { doctorId, ...row }, update: row })
  announce(db, [{ of: 'hours', doctor: doctorId }])
}
