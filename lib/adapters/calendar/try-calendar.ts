import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { hourMs, laterBy } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'
import { caldavCalendar } from './caldav'
import { type CaldavAccount, ForeignSignInError } from './caldav-request'

/** Why a calendar cannot be written. */
type TryRefusal = 'calendar_read_only' | 'credentials_refused' | 'calendar_write_failed'

/** So long the last word to a server that failed may take, in milliseconds: the doctor waits for it. */
const cleanUpMs = 3_000

/**
 * Writes an event with this id (UUID), an hour from `now` (ISO instant), writes over it as a confirmation would, and
 * takes it away again: a server without versions of its objects would refuse every visit's second write.
 */
export async function tryCalendar(account: CaldavAccount, id: string, now: string, signal: AbortSignal) {
  const calendar = caldavCalendar(account, async () => ({ summary: 'Carnet' }))
  const at = (hours: number) => laterBy(now, hours * hourMs)
  const event = { appointmentId: id, doctorId: '' }
  const call = { key: id, signal, lostSince: null }
  try {
    const hour = { ...event, startsAt: at(1), endsAt: at(2), madeAt: now }
    await calendar.addEvent({ ...hour, status: 'tentative', sequence: 0 }, call)
    await calendar.updateEvent({ ...hour, status: 'confirmed', sequence: 1 }, call)
    await calendar.removeEvent(event, call)
    return accept(null)
  } catch (error) {
    if (!(error instanceof ExternalServiceError)) throw error
    // What was written after all, its answer lost, is taken away if that can be done; the doctor is told either way.
    await calendar.removeEvent(event, { ...call, signal: AbortSignal.timeout(cleanUpMs) }).catch(() => {})
    if (error instanceof ForeignSignInError) return refuse('sign_in_foreign', { way: error.way })
    return refuse(refusalOf(error.failure.status))
  }
}

function refusalOf(status: number | null): TryRefusal {
  if (status === 401) return 'credentials_refused'
  return status === 403 || status === 405 ? 'calendar_read_only' : 'calendar_write_failed'
}
