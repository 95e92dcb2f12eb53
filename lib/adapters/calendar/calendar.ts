import { timed } from '@/lib/adapters/call-metrics'
import { throughCircuit } from '@/lib/adapters/circuit'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Calendar, Call } from '@/lib/adapters/ports'
import type { Db } from '@/lib/db/client'
import { faultOf } from '@/lib/telemetry/log'
import { builtInCalendar } from './built-in-calendar'
import { findOwnCalendar, leaveBehind } from './own-calendar'

/**
 * Where visits are written: the built-in calendar, then the doctor's own, if they have connected one. Each is safe to
 * repeat, so when the second fails, both are done again. The second is a copy: what it refuses, and what it has not
 * taken for too long, is left to the next comparison, and undoes nobody's booking.
 */
export function calendarOf(db: Db): Calendar {
  const builtIn = builtInCalendar(db)
  const through = (operation: keyof Calendar, work: () => Promise<void>) =>
    throughCircuit(db, { service: 'calendar' }, () => timed('calendar', operation, work))
  return {
    async addEvent(entry, call) {
      await through('addEvent', () => builtIn.addEvent(entry, call))
      await copy(db, entry.doctorId, call, (own) => own.addEvent(entry, call))
    },
    async updateEvent(entry, call) {
      await through('updateEvent', () => builtIn.updateEvent(entry, call))
      await copy(db, entry.doctorId, call, (own) => own.updateEvent(entry, call))
    },
    async removeEvent(event, call) {
      await through('removeEvent', () => builtIn.removeEvent(event, call))
      await copy(db, event.doctorId, call, (own) => own.removeEvent(event, call))
    },
  }
}

/**
 * One doctor's server that is away is left alone; it holds up nobody else's. Whatever goes wrong with a copy, also by a
 * fault of ours, ends in leaving it behind.
 */
async function copy(db: Db, doctorId: string, call: Call, write: (own: Calendar) => Promise<void>): Promise<void> {
  try {
    const own = await findOwnCalendar(db, doctorId)
    if (own) await throughCircuit(db, { service: 'calendar', server: own.server }, () => write(own))
  } catch (error) {
    const failed = ofCopy(error)
    const leftMs = await leaveBehind(db, doctorId, failed, call)
    if (leftMs !== null) throw halfDone(failed, leftMs)
  }
}

function ofCopy(error: unknown): ExternalServiceError {
  if (error instanceof ExternalServiceError) return error
  return new ExternalServiceError('calendar', 'unknown', null, undefined, { cause: faultOf(error) })
}

/**
 * The built-in calendar has been written: whatever the other one says, not nothing was done. It may ask to come back
 * later, but is tried for the last time in `leftMs`.
 */
function halfDone({ failure, retryAfterMs = 0, cause }: ExternalServiceError, leftMs: number): ExternalServiceError {
  const kind = failure.kind === 'unknown' ? failure.kind : 'transient'
  const waitMs = Math.min(retryAfterMs, leftMs)
  return new ExternalServiceError('calendar', kind, failure.status, waitMs, { cause, withinMs: leftMs })
}
