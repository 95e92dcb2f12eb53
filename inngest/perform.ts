import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import type { CalendarEntry, Call } from '@/lib/adapters/ports'
import type { OpenSaga } from '@/lib/commands/saga/open-saga'
import { db } from '@/lib/db/client'
import type { Appointment, KnownAppointment } from '@/lib/domain/appointment/appointment'
import { sequenceOf } from '@/lib/domain/appointment/sequence'
import type { StepResult } from '@/lib/domain/saga/decide'
import { attemptsOf, plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { isoNow } from '@/lib/iso-now'
import { faultOf, type SagaLine, sagaLog } from '@/lib/telemetry/log'
import type { Effect, EffectContext } from './effects'

/** Performs a step once and says what became of it. Never throws. */
export async function perform(effect: Effect, open: OpenSaga, step: string, call: Call): Promise<StepResult> {
  try {
    if ('run' in effect) await effect.run(effectContext(open, step, call))
    else await deliverMessage(db(), call.key, call, isoNow())
    return { ok: true }
  } catch (error) {
    return toResult(error, open, step)
  }
}

/** A message that may be out, so long ago that its key no longer keeps a repeat from being a second one. */
export function indeterminate({ saga }: OpenSaga, step: string): StepResult {
  return { ok: false, failure: { service: plannedStep(saga, step).service, kind: 'indeterminate', status: null } }
}

/**
 * A service's own failure as it stands; anything else is a fault of ours, which may have happened after the effect or,
 * `transient`, before.
 */
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
    const { failure, retryAfterMs, withinMs } = error
    const when = { ...(retryAfterMs !== undefined && { retryAfterMs }), ...(withinMs !== undefined && { withinMs }) }
    return { ok: false, failure, ...when }
  }
  return { ok: false, failure: { service: 'carnet', kind, status: null } }
}

/** Returns what the log says of a step's newest attempt; 0 before the first. */
export function lineOf(saga: Saga, step: string): SagaLine {
  const { sagaId, type: eventType, subject } = saga
  return { sagaId, eventType, appointmentId: subject.id, step, attempt: attemptsOf(saga, step).at(-1)?.number ?? 0 }
}

/** Returns the appointment, which every saga has. */
export function known(appointment: Appointment): KnownAppointment {
  if (appointment.state === 'absent') throw new Error('a saga without an appointment')
  return appointment
}

function effectContext({ saga, ...open }: OpenSaga, step: string, call: Call): EffectContext {
  const { sagaId, turn } = saga
  const told = { sequence: sequenceOf(turn, undoneBy(step) !== undefined), madeAt: open.begunAt }
  const appointment = known(open.appointment)
  const before = open.before.state === 'absent' ? appointment : open.before
  const entries = { entry: entryOf(appointment, told), entryBefore: entryOf(before, told) }
  return { sagaId, appointmentId: appointment.id, turn, appointment, before, ...entries, call }
}

type Told = Pick<CalendarEntry, 'sequence' | 'madeAt'>

function entryOf({ id, slot, state }: KnownAppointment, told: Told): CalendarEntry {
  return { appointmentId: id, ...slot, status: state === 'confirmed' ? 'confirmed' : 'tentative', ...told }
}
