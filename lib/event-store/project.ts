import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { replay } from '@/lib/domain/saga/evolve'
import { type AppointmentRow, projectAppointment } from '@/lib/projections/appointment'
import { projectSaga, type SagaRow } from '@/lib/projections/saga'
import { projectSagaStepAttempt, type SagaStepAttemptRow } from '@/lib/projections/saga-step-attempt'
import { projectSlotClaims, type SlotClaimRow } from '@/lib/projections/slot-claim'
import { isOfAppointment, isOfSaga, type Recorded } from './recorded'

/** Everything the read models hold of one stream. */
export type ReadModels = {
  appointment: AppointmentRow[]
  slot_claim: SlotClaimRow[]
  saga: SagaRow[]
  saga_step_attempt: SagaStepAttemptRow[]
}

const nothing: ReadModels = { appointment: [], slot_claim: [], saga: [], saga_step_attempt: [] }

/** The read models of one stream after all of its events, oldest first. Pure: append and rebuild both use it. */
export function project(stream: readonly Recorded[]): ReadModels {
  const [first] = stream
  if (!first) return nothing
  return isOfAppointment(first) ? projectAppointmentStream(stream.filter(isOfAppointment)) : projectSagaStream(stream)
}

function projectAppointmentStream(stream: Recorded<AppointmentEvent>[]): ReadModels {
  let row: AppointmentRow | undefined
  let claims: readonly SlotClaimRow[] = []
  for (const recorded of stream) {
    row = projectAppointment(row, recorded.event, recorded.at)
    claims = projectSlotClaims(claims, recorded.event)
  }
  return { ...nothing, appointment: row ? [row] : [], slot_claim: [...claims] }
}

function projectSagaStream(stream: readonly Recorded[]): ReadModels {
  const events = stream.filter(isOfSaga)
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return nothing
  const saga = replay(events)
  const seen = { version: events.length, createdAt: first.at, updatedAt: last.at }
  const attempts = saga.attempts.map((attempt) => projectSagaStepAttempt(saga, attempt))
  return { ...nothing, saga: [projectSaga(saga, seen)], saga_step_attempt: attempts }
}
