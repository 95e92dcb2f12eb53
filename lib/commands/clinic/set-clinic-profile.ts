import type { Db } from '@/lib/db/client'
import { readClinicHours } from '@/lib/domain/schedule/clinic-hours'
import type { ClinicProfile } from '@/lib/queries/clinic/clinic-profile'
import { accept } from '@/lib/result'

/** As it was typed: hours one text a weekday, from Monday on. */
export type WrittenClinicProfile = Omit<ClinicProfile, 'hours'> & { hours: readonly string[] }

/**
 * Changes when the clinic is open, how one gets there and in, and how one pays: all of it, or nothing. Refuses
 * `clinic_hours_invalid` with the days that make no sense.
 */
export async function setClinicProfile(db: Db, { hours, ...written }: WrittenClinicProfile) {
  const read = readClinicHours(hours)
  if (!read.ok) return read
  const { emergencyNumbers, directions, access, payment } = written
  const row = {
    emergencyNumbers: [...emergencyNumbers],
    ...{ directionsFr: directions.fr, directionsEn: directions.en },
    ...{ accessFr: access.fr, accessEn: access.en },
    ...{ paymentFr: payment.fr, paymentEn: payment.en },
  }
  await db.$transaction([
    db.clinicProfile.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row }),
    db.clinicHours.deleteMany(),
    db.clinicHours.createMany({ data: [...read.value] }),
  ])
  return accept(null)
}
