import type { Appointment } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { replay } from '@/lib/domain/appointment/evolve'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { accept, type Refusal, type Result, refuse } from '@/lib/result'
import { append } from './append'
import type { Clinic, Work } from './clinic'
import { load } from './database'

type Change = { appointmentId: string; commandId: string; actor: string; now: string }

type Decide = (
  appointment: Appointment,
  stream: readonly Recorded<AppointmentEvent>[],
) => Result<AppointmentEvent[], Refusal>

const maxTries = 10

/** Mirrors `changeAppointment` of lib/commands/visit/change-appointment.ts. */
export function* changeAppointment(
  { database }: Clinic,
  { appointmentId, ...change }: Change,
  decide: Decide,
): Work<Result<AppointmentEvent[], Refusal>> {
  for (let tries = 0; tries < maxTries; tries++) {
    const history = load(database, appointmentId)
    if (history.some(({ metadata }) => metadata.correlationId === change.commandId)) return accept([])
    const stream = history.filter(isOfAppointment)
    const decision = decide(replay(stream.map(({ event }) => event)), stream)
    if (!decision.ok || decision.value.length === 0) return decision
    yield 'record the change'
    const changes = [{ streamId: appointmentId, history, events: decision.value }]
    const appended = append(database, { ...change, changes })
    if (appended.appended) return accept(decision.value)
    if (appended.because !== 'slot_taken') continue
    if (load(database, appointmentId).length <= history.length) return refuse('slot_taken', { nearest: [] })
  }
  throw new Error(`appointment ${appointmentId} was changed ${maxTries} times while one change was tried`)
}
