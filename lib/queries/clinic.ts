import type { Db } from '@/lib/db/client'

export type Clinic = {
  name: string
  address: string
  phone: string
  /** IANA zone: opening hours and every time shown are on its wall clock. */
  timeZone: string
}

/** The clinic. Throws when it has not been set up. */
export async function getClinic(db: Db): Promise<Clinic> {
  const { name, address, phone, timeZone } = await db.clinic.findUniqueOrThrow({ where: { id: 1 } })
  return { name, address, phone, timeZone }
}
