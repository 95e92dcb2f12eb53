import type { Db } from '@/lib/db/client'
import type { Appointment } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { replay } from '@/lib/domain/appointment/evolve'
import { append, type Beside } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import { isOfAppointment } from '@/lib/event-store/recorded'
import { accept, type Refusal, type Result, refuse } from '@/lib/result'

/** Who changes which appointment, and under which id, so that a repeat changes nothing. `now` is an ISO instant. */
export type Change = {
  appointmentId: string
  commandId: string
  actor: string
  now: string
  holder?: string | undefined
  beside?: Beside
}

type Decide<R extends Refusal> = (appointment: Appointment) => Result<AppointmentEvent[], R>

const maxTries = 10

/**
 * Reads an appointment, decides, records; once more from the start when somebody recorded in between. Deciding on no
 * events records nothing, and so does a command that was already carried out. The refusal `slot_taken` is added: only recording can find it out.
 */
export async function changeAppointment<R extends Refusal>(
  db: Db,
  { appointmentId, ...change }: Change,
  decide: Decide<R>,
): Promise<Result<AppointmentEvent[], R | Refusal<'slot_taken', null>>> {
  for (let tries = 0; tries < maxTries; tries++) {
    const history = await load(db, appointmentId)
    if (history.some(({ metadata }) => metadata.correlationId === change.commandId)) return accept([])
    const decision = decide(replay(history.filter(isOfAppointment).map(({ event }) => event)))
    if (!decision.ok || decision.value.length === 0) return decision
    const changes = [{ streamId: appointmentId, history, events: decision.value }]
    const appended = await append(db, { ...change, changes })
    if (appended.appended) return accept(decision.value)
    if (appended.because !== 'slot_taken') continue
    if (!(await isOurOwnRepeat(db, appointmentId, history.length))) return refuse('slot_taken')
  }
  throw new Error(`appointment ${appointmentId} was changed ${maxTries} times while one change was tried`)
}

/** A double click races itself for its own claim: the loser finds the winner's events on its own stream. */
async function isOurOwnRepeat(db: Db, appointmentId: string, known: number): Promise<boolean> {
  return (await load(db, appointmentId)).length > known
}
