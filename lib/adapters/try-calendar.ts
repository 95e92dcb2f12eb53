import { accept, refuse } from '@/lib/result'
import { type CaldavAccount, caldavCalendar } from './caldav'
import { ExternalServiceError } from './external-service-error'

/** Why a calendar cannot be written. */
export type TryRefusal = 'calendar_read_only' | 'credentials_refused' | 'calendar_write_failed'

/** Writes an event with this id (UUID), an hour from `now` (ISO instant), and takes it away again. */
export async function tryCalendar(account: CaldavAccount, id: string, now: string, signal: AbortSignal) {
  const calendar = caldavCalendar(account)
  const at = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  const event = { appointmentId: id, doctorId: '' }
  const call = { key: id, signal, lostSince: null }
  try {
    await calendar.addEvent({ ...event, startsAt: at(1), endsAt: at(2), status: 'tentative', sequence: 0 }, call)
    await calendar.removeEvent(event, call)
    return accept(null)
  } catch (error) {
    if (!(error instanceof ExternalServiceError)) throw error
    // What was written after all, its answer lost, is taken away if that can be done; the doctor is told either way.
    await calendar.removeEvent(event, call).catch(() => {})
    return refuse<TryRefusal>(refusalOf(error.failure.status))
  }
}

function refusalOf(status: number | null): TryRefusal {
  if (status === 401) return 'credentials_refused'
  return status === 403 || status === 405 ? 'calendar_read_only' : 'calendar_write_failed'
}
