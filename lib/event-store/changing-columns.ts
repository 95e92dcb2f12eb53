import type { AppointmentRow } from '@/lib/projections/appointment'
import type { PatientRootRow } from '@/lib/projections/patient-root'
import type { RunRow } from '@/lib/projections/run'
import type { SagaRow } from '@/lib/projections/saga'
import type { SagaStepAttemptRow } from '@/lib/projections/saga-step-attempt'

type Changes<Row> = Record<keyof Row, 'stays' | 'changes'>

/** Which columns of a read model change once its row is there. The compiler asks of each; one left out would never change. */
const appointment: Changes<AppointmentRow> = {
  id: 'stays',
  version: 'changes',
  doctor_id: 'changes',
  patient_id: 'stays',
  starts_at: 'changes',
  ends_at: 'changes',
  status: 'changes',
  ended_because: 'changes',
  created_at: 'stays',
  updated_at: 'changes',
  confirmed_at: 'changes',
  visit_type_id: 'stays',
  before_minutes: 'stays',
  after_minutes: 'stays',
  arrived_at: 'changes',
  called_in_at: 'changes',
  cancelled_late: 'changes',
}
const patientRoot: Changes<PatientRootRow> = { patient_id: 'stays', root_id: 'changes', version: 'changes' }
const run: Changes<RunRow> = {
  id: 'stays',
  version: 'changes',
  kind: 'stays',
  doctor_id: 'stays',
  started_by: 'stays',
  count: 'stays',
  state: 'changes',
  begins_at: 'stays',
  next_at: 'changes',
  created_at: 'stays',
  updated_at: 'changes',
}
const saga: Changes<SagaRow> = {
  saga_id: 'stays',
  type: 'stays',
  subject_kind: 'stays',
  subject_id: 'stays',
  turn: 'stays',
  version: 'changes',
  status: 'changes',
  current_step: 'changes',
  step_names: 'stays',
  data: 'changes',
  outcome: 'changes',
  needs_attention: 'changes',
  fingerprint: 'changes',
  next_at: 'changes',
  deadline_at: 'changes',
  created_at: 'stays',
  updated_at: 'changes',
}
const attempt: Changes<SagaStepAttemptRow> = {
  saga_id: 'stays',
  step: 'stays',
  attempt: 'stays',
  service: 'stays',
  key: 'stays',
  started_at: 'stays',
  deadline_at: 'stays',
  ended_at: 'changes',
  outcome: 'changes',
  failure: 'changes',
}

/** What each read model's row takes over from a newer one, as SQL writes it after `do update set`. */
export const changing = {
  appointment: excluded(appointment),
  patient_root: excluded(patientRoot),
  run: excluded(run),
  saga: excluded(saga),
  saga_step_attempt: excluded(attempt),
}

function excluded(columns: Record<string, 'stays' | 'changes'>): string {
  const names = Object.keys(columns).filter((name) => columns[name] === 'changes')
  return names.map((name) => `${name} = excluded.${name}`).join(', ')
}
