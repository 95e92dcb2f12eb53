import { isAlreadySaid, toObject } from './caldav-object'
import { callHttp, type HttpAnswer } from './call-http'
import { ExternalServiceError } from './external-service-error'
import { outsideFetch } from './outside-fetch'
import type { Calendar, CalendarEntry, CalendarEventId, Call } from './ports'
import { retryAfterMs } from './retry-after'

/** `url` is the calendar itself: `https://dav.example/helene/visits`. */
export type CaldavAccount = { url: string; username: string; password: string }

/** A doctor's own calendar, which others write in too: it can be asked what it holds of ours. */
export type OwnCalendar = Calendar & {
  /** Whether it says of the visit what the entry says, or something later of ours; without an entry, nothing. */
  says: (event: CalendarEventId, entry: CalendarEntry | null, call: Call) => Promise<boolean>
  /** The names of the objects that may be ours: ids of appointments, and others that look like them. */
  listIds: (call: Call) => Promise<string[]>
}

/**
 * A calendar on a CalDAV server (RFC 4791): one object an appointment. A write reads first. What is there already, or is
 * later, stays; otherwise the write is tied to what was read, and whoever was slower is told to try again.
 *
 * By plain fetch: tsdav 2.3 has no GET, and what it has instead tells a missing object from a broken server only in the
 * words of its error.
 */
export function caldavCalendar(account: CaldavAccount): OwnCalendar {
  return {
    addEvent: (entry, call) => write(account, entry, call),
    updateEvent: (entry, call) => write(account, entry, call),
    async removeEvent({ appointmentId }, call) {
      await ask(account, objectOf(appointmentId), call, { method: 'DELETE' }, gone)
    },
    async says({ appointmentId }, entry, call) {
      const found = await read(account, appointmentId, call)
      return entry && found.isOk ? isAlreadySaid(entry, found.text) : !entry && !found.isOk
    },
    async listIds(call) {
      const listed = await ask(account, '', call, { method: 'PROPFIND', headers: { depth: '1' }, body: onlyNames })
      return [
        ...listed.text.matchAll(/<[^<>]*href[^<>]*>[^<]*\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics\s*</g),
      ].map(([, id = '']) => id)
    },
  }
}

/** Asks for nothing but where things are: what else a doctor keeps in their calendar is theirs. */
const onlyNames = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'

const gone = [404, 410]
const objectOf = (appointmentId: string) => `/${appointmentId}.ics`

function read(account: CaldavAccount, appointmentId: string, call: Call): Promise<HttpAnswer> {
  return ask(account, objectOf(appointmentId), call, { method: 'GET' }, gone)
}

async function write(account: CaldavAccount, entry: CalendarEntry, call: Call): Promise<void> {
  const { appointmentId } = entry
  const found = await read(account, appointmentId, call)
  if (found.isOk && isAlreadySaid(entry, found.text)) return
  const body = toObject(entry, found.isOk ? found.text : undefined)
  const headers = { 'content-type': 'text/calendar; charset=utf-8', ...tiedTo(found) }
  await ask(account, objectOf(appointmentId), call, { method: 'PUT', headers, body })
}

/** What makes the write fail when the object is no longer what was read. Throws when the server gives it no version. */
function tiedTo({ isOk, status, headers }: HttpAnswer): Record<string, string> {
  if (!isOk) return { 'if-none-match': '*' }
  const etag = headers.get('etag')
  if (!etag) throw new ExternalServiceError('calendar', 'permanent', status)
  return { 'if-match': etag }
}

type Request = { method: 'GET' | 'PUT' | 'DELETE' | 'PROPFIND'; headers?: Record<string, string>; body?: string }

/** One request about an object below the calendar, or about itself; a status of `fine` is an answer, any other but success is thrown. */
async function ask(
  { url, username, password }: CaldavAccount,
  path: string,
  { signal }: Call,
  request: Request,
  fine: number[] = [],
): Promise<HttpAnswer> {
  const address = url.replace(/\/+$/, '') + (path || '/')
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const headers = { authorization, ...request.headers }
  const answer = await callHttp('calendar', address, { ...request, headers, signal }, outsideFetch)
  if (answer.isOk || fine.includes(answer.status)) return answer
  throw toServiceError(answer, request.method)
}

/**
 * A server that fails while it writes may have written. 412: somebody else wrote in between; 423: is writing
 * now. 401: the doctor has changed their password, which is theirs to mend and no reason to undo a booking.
 */
function toServiceError({ status, headers }: HttpAnswer, method: Request['method']): ExternalServiceError {
  const retryAfter = headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter)) {
    return new ExternalServiceError('calendar', 'rate_limited', status, retryAfterMs(retryAfter))
  }
  if (status >= 500) return new ExternalServiceError('calendar', method === 'GET' ? 'transient' : 'unknown', status)
  return new ExternalServiceError('calendar', [401, 408, 412, 423].includes(status) ? 'transient' : 'permanent', status)
}
