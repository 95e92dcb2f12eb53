import { createHash } from 'node:crypto'
import { absent, askedOfCollection } from './calendar-collection'
import { findObject, keptObjects, readEvent, uidIn } from './calendar-objects'
import type { CalendarDetails, LedgerEntry } from './ledger-entry'
import { type Answer, type Asked, hasBasicAuth, type OutsideService, type WorldRequest } from './outside-service'

const object = /^\/(.+)\/([^/]+)\.ics$/

/** A CalDAV server, as Debian’s Radicale 3.1 answers. */
export const calendar: OutsideService = {
  refusal: 403,
  badAddress: { status: 403, body: 'no' },
  misset: { status: 401, headers: { 'www-authenticate': 'Basic' }, body: 'no' },
  failure: (status) => ({ status, headers: { 'content-type': 'text/plain' }, body: 'no' }),
  understand(request) {
    const path = decodeURIComponent(request.path)
    const [, collection, uid] = object.exec(path) ?? []
    if (!hasBasicAuth(request)) return { ...calendar.failure(401), headers: { 'www-authenticate': 'Basic' } }
    if (request.method === 'PROPFIND' || request.method === 'REPORT') {
      return askedOfCollection(path.replace(/^\/|\/$/g, ''), request, calendar.failure(404))
    }
    if (!collection || !uid) return calendar.failure(404)
    const where = { collection, uid }
    if (request.method === 'PUT') return askedToPut(where, request)
    if (request.method === 'DELETE') return askedToDelete(where, request)
    return request.method === 'GET' ? askedToGet(where) : calendar.failure(405)
  },
}

type Where = { collection: string; uid: string }

const nothing = { status: null, start: null, end: null, sequence: null, ics: null }

function askedToPut(where: Where, { header, body }: WorldRequest): Asked {
  const event = readEvent(body)
  const details: CalendarDetails = { ...where, ...(event ?? nothing), ics: body }
  const perform: Perform = (found, past) => {
    if (where.collection === absent) return calendar.failure(409)
    if (!event) return calendar.failure(400)
    if (isUidTaken(details, past)) return { ...calendar.failure(409), body: '<error><no-uid-conflict/></error>' }
    if (isStale(found, header('if-match')) || (found && header('if-none-match') === '*')) return calendar.failure(412)
    return { status: 201, headers: { etag: etagOf(body) }, body: '' }
  }
  return asked('put', details, perform)
}

function askedToDelete(where: Where, { header }: WorldRequest): Asked {
  return asked('delete', { ...where, ...nothing }, (found) => {
    if (!found) return calendar.failure(404)
    return isStale(found, header('if-match')) ? calendar.failure(412) : { status: 200, body: '' }
  })
}

function askedToGet(where: Where): Asked {
  return asked('get', { ...where, ...nothing }, (found) => {
    if (!found?.ics) return calendar.failure(404)
    const headers = { etag: etagOf(found.ics), 'content-type': 'text/calendar; charset=utf-8' }
    return { status: 200, headers, body: found.ics }
  })
}

type Operation = 'put' | 'get' | 'delete'
type Perform = (found: CalendarDetails | undefined, past: readonly LedgerEntry[]) => Answer

/** What was asked, decided by the object that is there when it is performed. */
function asked(operation: Operation, details: CalendarDetails, decide: Perform): Asked {
  const call = { service: 'calendar', operation, details } as const
  const perform = (past: readonly LedgerEntry[]) => {
    const found = findObject(past, details)
    const answer = decide(found, past)
    const seen = operation === 'put' ? details : { ...details, ...found, ics: null }
    const applied = operation !== 'get' && answer.status < 300
    return { call: { ...call, details: seen }, applied, repeated: false, answer }
  }
  return { call, key: details.uid, texts: [details.collection, details.ics ?? ''], perform }
}

/** Whether another object of the calendar has this UID (RFC 4791, 5.3.2.1). */
function isUidTaken({ collection, uid: name, ics }: CalendarDetails, past: readonly LedgerEntry[]): boolean {
  const others = keptObjects(past).filter((one) => one.collection === collection && one.uid !== name)
  return others.some((one) => uidIn(one.ics) === uidIn(ics))
}

function isStale(found: CalendarDetails | undefined, wanted: string | undefined): boolean {
  return wanted !== undefined && wanted !== (found?.ics && etagOf(found.ics))
}

function etagOf(ics: string): string {
  return `"${createHash('sha256').update(ics).digest('hex')}"`
}
