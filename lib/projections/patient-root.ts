import { type PatientRecord, rootOf } from '@/lib/domain/patient/patient'

/** A row of `patient_root`, named as its columns: as whom a record of a person is known. A root names itself. */
export type PatientRootRow = { patient_id: string; root_id: string; version: number }

/** Returns the row of a record after its last event; none of one that is absent. `version` is that event's. */
export function projectPatientRoot(record: PatientRecord, version: number): PatientRootRow[] {
  return record.state === 'absent' ? [] : [{ patient_id: record.id, root_id: rootOf(record), version }]
}
