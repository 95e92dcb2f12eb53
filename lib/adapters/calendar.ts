import type { Db } from '@/lib/db/client'
import { builtInCalendar } from './built-in-calendar'
import { timed } from './call-metrics'
import { throughCircuit } from './circuit'
import { ExternalServiceError } from './external-service-error'
import { findOwnCalendar, leaveBehind } from './own-calendar'
import type { Calendar } from './ports'

/**
 * Where visits are written: the built-in calendar, then the doctor's own, if they have connected one. Each is safe to repeat, so
 * when the second fails, both are done again. The second is a copy: what it refuses, and what it has not taken for too long,
 * is left to the next comparison, and undoes nobody's booking.
 */
export function calendarOf(db: Db): Calendar {
  const builtIn = builtInCalendar(db)
  const through = (operation: keyof Calendar, work: () => Promise<void>) =>
    throughCircuit(db, { service: 'calendar' }, () => timed('calendar', operation, work))
  return {
    async addEvent(entry, call) {
      await through('addEvent', () => builtIn.addEvent(entry, call))
      await copy(db, entry.doctorId, (own) => own.addEvent(entry, call))
    },
    async updateEvent(entry, call) {
      await through('updateEvent', () => builtIn.updateEvent(entry, call))
      await copy(db, entry.doctorId, (own) => own.updateEvent(entry, call))
    },
    async removeEvent(event, call) {
      await through('removeEvent', () => builtIn.removeEvent(event, call))
      await copy(db, event.doctorId, (own) => own.removeEvent(event, call))
    },
  }
}

/** One doctor's server that is away is left alone; it holds up nobody else's. */
async function copy(db: Db, doctorId: string, write: (own: Calendar) => Promise<void>): Promise<void> {
  const own = await findOwnCalendar(db, doctorId)
  if (!own) return
  const circuit = { service: 'calendar' as const, server: own.server }
  try {
    await throughCircuit(db, circuit, () => write(own))
  } catch (error) {
    if (!(error instanceof ExternalServiceError)) throw error
    if (!(await leaveBehind(db, doctorId, circuit, error))) throw halfDone(error)
  }
}

/** The built-in calendar has been written: whatever the other one says, not nothing was done. */
function halfDone({ failure: { kind, status }, retryAfterMs }: ExternalServiceError): ExternalServiceError {
  return new ExternalServiceError('calendar', kind === 'unknown' ? kind : 'transient', status, retryAfterMs)
}
