import ical, { ICalEventStatus } from 'ical-generator'
import { callHttp, type HttpAnswer } from './call-http'
import { ExternalServiceError } from './external-service-error'
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
  const body = toIcs(entry)
  const found = await ask(account, appointmentId, call, { method: 'GET' }, gone)
  if (found.isOk && isAlreadySaid(body, found.text)) return
  const headers = { 'content-type': 'text/calendar; charset=utf-8', ...tiedTo(found) }
  await ask(account, appointmentId, call, { method: 'PUT', headers, body })
}

/**
 * UID and summary name no person. Instants are in UTC. DTSTAMP is the visit's own start, so that writing twice gives the
 * same bytes.
 */
function toIcs({ appointmentId, startsAt, endsAt, status, sequence }: CalendarEntry): string {
  const calendar = ical({ prodId: { company: 'carnet', product: 'carnet' } })
  calendar.createEvent({
    id: `${appointmentId}@carnet`,
    sequence,
    start: new Date(startsAt),
    end: new Date(endsAt),
    stamp: new Date(startsAt),
    summary: 'Carnet',
    status: status === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
  })
  return calendar.toString()
}

/** Whether the calendar holds a later word, or this very one. */
function isAlreadySaid(ours: string, theirs: string): boolean {
  const [our, their] = [ours, theirs].map((ics) => Number(propertyOf(ics, 'SEQUENCE')?.slice(1) ?? 0))
  if (our !== their) return Number(their) > Number(our)
  return ['STATUS', 'DTSTART', 'DTEND'].every((name) => propertyOf(ours, name) === propertyOf(theirs, name))
}

/** A property of the event with its parameters and its value; long lines are folded (RFC 5545, 3.1). */
function propertyOf(ics: string, name: string): string | undefined {
  const event = /^BEGIN:VEVENT\r?$.*?^END:VEVENT\r?$/ms.exec(ics.replace(/\r?\n[ \t]/g, ''))?.[0]
  return new RegExp(`^${name}([;:].*)$`, 'm').exec(event ?? '')?.[1]
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
  // A proxy that compresses an answer changes its ETag, and the write that is tied to it then never succeeds.
  const headers = { authorization, 'accept-encoding': 'identity', ...request.headers }
  const answer = await callHttp('calendar', object, { ...request, headers, signal })
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
