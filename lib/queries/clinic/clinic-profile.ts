import type { Db } from '@/lib/db/client'
import type { ClinicHours } from '@/lib/domain/schedule/clinic-hours'

/** What whoever was never at the clinic wants to know of it. Texts that nobody wrote are empty. */
export type ClinicProfile = {
  hours: readonly ClinicHours[]
  /** Numbers to call when a life is in danger: `15`, `112`. */
  emergencyNumbers: readonly string[]
  directions: { fr: string; en: string }
  access: { fr: string; en: string }
  payment: { fr: string; en: string }
}

/** Returns when the clinic is open, how one gets there and in, and how one pays. */
export async function getClinicProfile(db: Db): Promise<ClinicProfile> {
  const [row, hours] = await Promise.all([
    db.clinicProfile.findUnique({ where: { id: 1 } }),
    db.clinicHours.findMany({ orderBy: [{ weekday: 'asc' }, { opens: 'asc' }] }),
  ])
  return {
    hours,
    emergencyNumbers: row?.emergencyNumbers ?? [],
    directions: { fr: row?.directionsFr ?? '', en: row?.directionsEn ?? '' },
    access: { fr: row?.accessFr ?? '', en: row?.accessEn ?? '' },
    payment: { fr: row?.paymentFr ?? '', en: row?.paymentEn ?? '' },
  }
}
