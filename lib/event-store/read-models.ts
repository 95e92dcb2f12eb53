import type { AppointmentRow } from '@/lib/projections/appointment'
import type { PatientRootRow } from '@/lib/projections/patient-root'
import type { RunRow } from '@/lib/projections/run'
import type { SagaRow } from '@/lib/projections/saga'
import type { SagaStepAttemptRow } from '@/lib/projections/saga-step-attempt'
import type { SlotClaimRow, SlotOverlapRow } from '@/lib/projections/slot-claim'

/** Everything the read models hold of one stream. */
export type ReadModels = {
  appointment: AppointmentRow[]
  slot_claim: SlotClaimRow[]
  slot_overlap: SlotOverlapRow[]
  patient_root: PatientRootRow[]
  run: RunRow[]
  saga: SagaRow[]
  saga_step_attempt: SagaStepAttemptRow[]
}

/** The read models of a stream that nothing is known of. */
export const noReadModels: ReadModels = {
  appointment: [],
  slot_claim: [],
  slot_overlap: [],
  patient_root: [],
  run: [],
  saga: [],
  saga_step_attempt: [],
}
