import { accept } from '@/lib/result'
import type { PatientEvent } from './events'
import type { PatientRecord } from './patient'

/** Whose record it is, and where it comes from: a visit that a guest booked, or the desk. */
type Register = { patientId: string; by: 'booking' | 'desk' }

/** A person is known to the clinic from now on. Who is registered already stays so. */
export function register(record: PatientRecord, { patientId, by }: Register) {
  const events: PatientEvent[] =
    record.state === 'absent' ? [{ type: 'PatientRegistered', data: { patientId, by } }] : []
  return accept(events)
}
