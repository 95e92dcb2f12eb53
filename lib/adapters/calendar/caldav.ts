import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { HttpAnswer } from '@/lib/adapters/http/call-http'
import type { Calendar, CalendarEntry, CalendarEventId, Call } from '@/lib/adapters/ports'
import { propertyOf } from '@/lib/ics/property-of'
import { uidOf, type VisitWords } from '@/lib/ics/visit-object'
import { isAlreadySaid, toObject } from './caldav-object'
import { addressNamed, listNames, queryByUid, reach } from './caldav-query'
import { addressIn, ask, type CaldavAccount } from './caldav-request'

/** A doctor's own calendar, which others write in too: it can be asked what it holds of ours. */
export type OwnCalendar = Calendar & {
  /** Whether it says of the visit what the entry says, or something later of ours; without an entry, nothing. */
  says: (event: CalendarEventId, entry: CalendarEntry | null, call: Call) => Promise<boolean>
  /**
   * The ids of the appointments that may have an object there: by the names of all, and by the UID of those that are not
   * over at `from` (ISO instant).
   */
  listIds: (call: Call, from: string) => Promise<string[]>
  /** Returns when it is there and lets us in; throws ExternalServiceError otherwise. */
  reach: (call: Call) => Promise<void>
}

/** Says what a visit is called there; asked for when it is written. */
export type WordsOf = (entry: CalendarEntry) => Promise<VisitWords>

/**
 * A calendar on a CalDAV server (RFC 4791): one object an appointment, found by its name, and by its UID when somebody
 * has moved it. A write reads first. What is there already, or is later, stays; otherwise the write is tied to what was
 * read, and whoever was slower is told to try again.
 *
 * By plain fetch: tsdav 2.3 has no GET, and what it has instead tells a missing object from a broken server only in the
 * words of its error.
 */
export function caldavCalendar(account: CaldavAccount, wordsOf: WordsOf): OwnCalendar {
  return {
    addEvent: (entry, call) => write(account, entry, wordsOf, call),
    updateEvent: (entry, call) => write(account, entry, wordsOf, call),
    removeEvent: ({ appointmentId }, call) => remove(account, appointmentId, call),
    async says({ appointmentId }, entry, call) {
      const found = await find(account, appointmentId, call)
      return entry && found ? isAlreadySaid(entry, found.text) : !entry && !found
    },
    async listIds(call, from) {
      const names = await listNames(account, call)
      const moved = await queryByUid(account, uidOf(''), call, from)
      return [...new Set([...names, ...moved.map(({ uid }) => uid)].flatMap((name) => ourName.exec(name)?.[1] ?? []))]
    },
    reach: (call) => reach(account, call),
  }
}

/** `5b0a….ics`, and `5b0a…@carnet`. */
const ourName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.ics|@carnet)$/
const gone = [404, 410]
const nameOf = (appointmentId: string) => `${appointmentId}.ics`

/** An object as it was read: where, and what ties a write to it. */
type Found = { address: string; text: string; etag: string | null; status: number }

async function find(account: CaldavAccount, appointmentId: string, call: Call): Promise<Found | undefined> {
  const named = await read(account, addressIn(account, nameOf(appointmentId)), call)
  if (named) return named
  for (const { address } of await queryByUid(account, uidOf(appointmentId), call)) {
    const moved = await read(account, address, call)
    if (moved) return moved
  }
  return undefined
}

async function read(account: CaldavAccount, address: string, call: Call): Promise<Found | undefined> {
  const { isOk, text, headers, status } = await ask(account, address, call, { method: 'GET' }, gone)
  return isOk ? { address, text, etag: headers.get('etag'), status } : undefined
}

async function write(account: CaldavAccount, entry: CalendarEntry, wordsOf: WordsOf, call: Call): Promise<void> {
  const found = await find(account, entry.appointmentId, call)
  if (found && isAlreadySaid(entry, found.text)) return
  const words = await wordsOf(entry)
  const answer = await put(account, entry, words, found, call)
  if (answer.isOk) return
  // The server itself may say where the object is that it does not show when it is asked for its UID.
  const address = addressNamed(answer.text, account.url)
  const hidden = address && (await read(account, address, call))
  if (!hidden || propertyOf(hidden.text, 'UID') !== `:${uidOf(entry.appointmentId)}`) throw contested()
  if (isAlreadySaid(entry, hidden.text)) return
  if (!(await put(account, entry, words, hidden, call)).isOk) throw contested()
}

/** Returns a refusal only when it is that another object has our UID (RFC 4791, 5.3.2.1); throws any other. */
async function put(
  account: CaldavAccount,
  entry: CalendarEntry,
  words: VisitWords,
  found: Found | undefined,
  call: Call,
): Promise<HttpAnswer> {
  const headers = { 'content-type': 'text/calendar; charset=utf-8', ...tiedTo(found) }
  const request = { method: 'PUT', headers, body: toObject(entry, words, found?.text) } as const
  return ask(account, found?.address ?? addressIn(account, nameOf(entry.appointmentId)), call, request, isUidConflict)
}

const isUidConflict = ({ status, text }: HttpAnswer) =>
  [400, 403, 409].includes(status) && /<(?:[\w-]+:)?no-uid-conflict\b/.test(text)

/** Somebody else's object stands where ours should: as for a write that somebody came before. */
function contested(): ExternalServiceError {
  return new ExternalServiceError('calendar', 'transient', 412)
}

/**
 * Returns what makes the write fail when the object is no longer what was read. Throws when the server gives it no
 * version.
 */
function tiedTo(found: Found | undefined): Record<string, string> {
  if (!found) return { 'if-none-match': '*' }
  if (!found.etag) throw new ExternalServiceError('calendar', 'permanent', found.status)
  // What stands between us and a server may make its ETags weak, which no If-Match is answered by (RFC 9110, 13.1.1).
  return { 'if-match': found.etag.replace(/^W\//, '') }
}

/** Takes away the object of its name, and whatever else has its UID. */
async function remove(account: CaldavAccount, appointmentId: string, call: Call): Promise<void> {
  const request = { method: 'DELETE' } as const
  await ask(account, addressIn(account, nameOf(appointmentId)), call, request, gone)
  for (const { address } of await queryByUid(account, uidOf(appointmentId), call)) {
    await ask(account, address, call, request, gone)
  }
}
