import { isAlreadySaid, toObject } from './caldav-object'
import { callHttp, type HttpAnswer } from './call-http'
import { ExternalServiceError } from './external-service-error'
import { outsideFetch } from './outside-fetch'
import type { Calendar, CalendarEntry, Call } from './ports'
import { retryAfterMs } from './retry-after'

/** `url` is the calendar itself: `https://dav.example/helene/visits`. */
export type CaldavAccount = { url: string; username: string; password: string }

/**
 * A calendar on a CalDAV server (RFC 4791): one object an appointment. A write reads first. What is there already, or is
 * later, stays; otherwise the write is tied to what was read, and whoever was slower is told to try again.
 *
 * By plain fetch: tsdav 2.3 has no GET, and what it has instead tells a missing object from a broken server only in the
 * words of its error.
 */
export function caldavCalendar(account: CaldavAccount): Calendar {
  return {
    addEvent: (entry, call) => write(account, entry, call),
    updateEvent: (entry, call) => write(account, entry, call),
    async removeEvent({ appointmentId }, call) {
      await ask(account, appointmentId, call, { method: 'DELETE' }, gone)
    },
  }
}

const gone = [404, 410]

async function write(account: CaldavAccount, entry: CalendarEntry, call: Call): Promise<void> {
  const { appointmentId } = entry
  const found = await ask(account, appointmentId, call, { method: 'GET' }, gone)
  if (found.isOk && isAlreadySaid(entry, found.text)) return
  const body = toObject(entry, found.isOk ? found.text : undefined)
  const headers = { 'content-type': 'text/calendar; charset=utf-8', ...tiedTo(found) }
  await ask(account, appointmentId, call, { method: 'PUT', headers, body })
}

/** What makes the write fail when the object is no longer what was read. Throws when the server gives it no version. */
function tiedTo({ isOk, status, headers }: HttpAnswer): Record<string, string> {
  if (!isOk) return { 'if-none-match': '*' }
  const etag = headers.get('etag')
  if (!etag) throw new ExternalServiceError('calendar', 'permanent', status)
  return { 'if-match': etag }
}

type Request = { method: 'GET' | 'PUT' | 'DELETE'; headers?: Record<string, string>; body?: string }

/** One request about one appointment's object; a status of `fine` is an answer, any other but success is thrown. */
async function ask(
  { url, username, password }: CaldavAccount,
  appointmentId: string,
  { signal }: Call,
  request: Request,
  fine: number[] = [],
): Promise<HttpAnswer> {
  const object = `${url.replace(/\/+$/, '')}/${appointmentId}.ics`
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const headers = { authorization, ...request.headers }
  const answer = await callHttp('calendar', object, { ...request, headers, signal }, outsideFetch)
  if (answer.isOk || fine.includes(answer.status)) return answer
  throw toServiceError(answer, request.method)
}

/** A server that fails while it writes may have written. 412: somebody else wrote in between; 423: is writing now. */
function toServiceError({ status, headers }: HttpAnswer, method: Request['method']): ExternalServiceError {
  const retryAfter = headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter)) {
    return new ExternalServiceError('calendar', 'rate_limited', status, retryAfterMs(retryAfter))
  }
  if (status >= 500) return new ExternalServiceError('calendar', method === 'GET' ? 'transient' : 'unknown', status)
  return new ExternalServiceError('calendar', [408, 412, 423].includes(status) ? 'transient' : 'permanent', status)
}
