import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import type { CalendarEntry, Call } from '@/lib/adapters/ports'
import type { OpenSaga } from '@/lib/commands/open-saga'
import { db } from '@/lib/db/client'
import type { Appointment, KnownAppointment } from '@/lib/domain/appointment/appointment'
import type { StepResult } from '@/lib/domain/saga/decide'
import { attemptsOf, plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { faultOf, type SagaLine, sagaLog } from '@/lib/log'
import type { Effect, EffectContext } from './effects'

/** Performs a step once and says what became of it. Never throws. */
export async function perform(effect: Effect, open: OpenSaga, step: string, call: Call): Promise<StepResult> {
  try {
    if ('run' in effect) await effect.run(effectContext(open, step, call))
    else await deliverMessage(db(), call.key, call, new Date().toISOString())
    return { ok: true }
  } catch (error) {
    return toResult(error, open, step)
  }
}

/** A message that may be out, so long ago that its key no longer keeps a repeat from being a second one. */
export function indeterminate({ saga }: OpenSaga, step: string): StepResult {
  return { ok: false, failure: { service: plannedStep(saga, step).service, kind: 'indeterminate', status: null } }
}

/** A service's own failure as it stands; anything else is a fault of ours, which may have happened after the effect or, `transient`, before. */
export function toResult(
  error: unknown,
  { saga }: OpenSaga,
  step: string,
  kind: 'unknown' | 'transient' = 'unknown',
): StepResult {
  const isOfService = error instanceof ExternalServiceError
  const fault = isOfService ? error.cause : faultOf(error)
  if (fault) sagaLog(lineOf(saga, step)).error({ fault }, 'an effect failed by a fault of ours')
  if (isOfService) {
    const { failure, retryAfterMs } = error
    return { ok: false, failure, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  return { ok: false, failure: { service: 'carnet', kind, status: null } }
}

/** What the log says of a step's newest attempt; 0 before the first. */
export function lineOf(saga: Saga, step: string): SagaLine {
  const { sagaId, type: eventType, appointmentId } = saga
  return { sagaId, eventType, appointmentId, step, attempt: attemptsOf(saga, step).at(-1)?.number ?? 0 }
}

/** The appointment, which every saga has. */
export function known(appointment: Appointment): KnownAppointment {
  if (appointment.state === 'absent') throw new Error('a saga without an appointment')
  return appointment
}

/** A calendar keeps the write with the highest sequence: each turn has two, its doing and its undoing. */
export function sequenceOf(turn: number, isUndo: boolean): number {
  return turn * 2 + (isUndo ? 1 : 0)
}

function effectContext({ saga, ...open }: OpenSaga, step: string, call: Call): EffectContext {
  const { sagaId, appointmentId, turn } = saga
  const sequence = sequenceOf(turn, undoneBy(step) !== undefined)
  const appointment = known(open.appointment)
  const before = open.before.state === 'absent' ? appointment : open.before
  const entries = { entry: entryOf(appointment, sequence), entryBefore: entryOf(before, sequence) }
  return { sagaId, appointmentId, turn, appointment, before, ...entries, call }
}

function entryOf({ id, slot, state }: KnownAppointment, sequence: number): CalendarEntry {
  return { appointmentId: id, ...slot, status: state === 'confirmed' ? 'confirmed' : 'tentative', sequence }
}
