import { notFound } from 'next/navigation'
import { db } from '@/lib/db/client'
import { findDoctorBySlug, listDoctors, type ScheduledDoctor } from '@/lib/queries/people/doctors'

/**
 * Returns the doctor it is about: the one who has signed in; for staff and admins the one they name, or the first.
 * There is no such page for a doctor who names another, nor for a name that nobody has.
 */
export async function requireNamedDoctor(own: ScheduledDoctor | null, slug?: string): Promise<ScheduledDoctor> {
  const doctor = own ?? (await findDoctorBySlug(db(), slug ?? (await listDoctors(db()))[0]?.slug ?? ''))
  if (!doctor || (slug !== undefined && slug !== doctor.slug)) notFound()
  return doctor
}
