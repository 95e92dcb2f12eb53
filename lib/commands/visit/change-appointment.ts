import type { Db } from '@/lib/db/client'
import type { Appointment } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { replay } from '@/lib/domain/appointment/evolve'
import { append, type SideRows, type StreamChange } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { accept, type Refusal, type Result, refuse } from '@/lib/result'

/** Who changes which appointment, and under which id, so that a repeat changes nothing. `now` is an ISO instant. */
export type Change = {
  appointmentId: string
  commandId: string
  actor: string
  because?: string | undefined
  now: string
  holder?: string | undefined
  takesHeld?: boolean
  sideRows?: SideRows
  /** What is recorded with it in other streams, in the same commit. */
  alongside?: readonly StreamChange[]
}

/** Given what the appointment is, and when what happened to it. */
type Decide<R extends Refusal> = (
  appointment: Appointment,
  stream: readonly Recorded<AppointmentEvent>[],
) => Result<AppointmentEvent[], R>

const maxTries = 10

/**
 * Reads an appointment, decides, records; once more from the start when somebody recorded in between. Deciding on no
 * events records nothing, and so does a command that was already carried out. The refusal `slot_taken` is added: only
 * recording can find it out.
 */
export async function changeAppointment<R extends Refusal>(
  db: Db,
  { appointmentId, alongside = [], ...change }: Change,
  decide: Decide<R>,
): Promise<Result<AppointmentEvent[], R | Refusal<'slot_taken', { nearest: never[] }>>> {
  for (let tries = 0; tries < maxTries; tries++) {
    const history = await load(db, appointmentId)
    if (history.some(({ metadata }) => metadata.correlationId === change.commandId)) return accept([])
    const stream = history.filter(isOfAppointment)
    const decision = decide(replay(stream.map(({ event }) => event)), stream)
    if (!decision.ok || decision.value.length === 0) return decision
    const changes = [{ streamId: appointmentId, history, events: decision.value }, ...alongside]
    const appended = await append(db, { ...change, changes })
    if (appended.appended) return accept(decision.value)
    if (appended.because !== 'slot_taken') continue
    if (!(await isOurOwnRepeat(db, appointmentId, history.length))) return refuse('slot_taken', { nearest: [] })
  }
  throw new Error(`appointment ${appointmentId} was changed ${maxTries} times while one change was tried`)
}

/**
 * Returns whether the same request was first: a double click races itself for its own claim, and the loser finds the
 * winner's events on its own stream.
 */
async function isOurOwnRepeat(db: Db, appointmentId: string, known: number): Promise<boolean> {
  return (await load(db, appointmentId)).length > known
}
