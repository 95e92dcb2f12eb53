import type { PatientEvent } from '@/lib/domain/patient/events'
import { replay } from '@/lib/domain/patient/evolve'
import { projectPatientRoot } from '@/lib/projections/patient-root'
import { noReadModels, type ReadModels } from './read-models'
import type { Recorded } from './recorded'
import type { StreamKindEntry } from './stream-kind'

/** The stream of one patient's record. No saga carries anything for it: nothing leaves for Inngest. */
export const patientStream: StreamKindEntry<PatientEvent> = {
  types: { PatientRegistered: true, PatientsMerged: true, MergeUndone: true },
  project,
  departureOf: () => undefined,
  isStreamed: true,
  known: { table: 'patient_root', id: 'patient_id' },
}

function project(stream: readonly Recorded<PatientEvent>[]): ReadModels {
  return { ...noReadModels, patient_root: projectPatientRoot(replay(stream.map(({ event }) => event)), stream.length) }
}
