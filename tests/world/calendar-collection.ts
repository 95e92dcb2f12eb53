import { keptObjects, uidIn } from './calendar-objects'
import type { CalendarDetails, LedgerEntry } from './ledger-entry'
import type { Answer, Asked, WorldRequest } from './outside-service'

/** A whole calendar that is asked what lies in it (PROPFIND), or in which a UID is looked for (REPORT). */
export function askedOfCollection(collection: string, request: WorldRequest, missing: Answer): Asked {
  const where = { collection, uid: '', status: null, start: null, end: null, sequence: null, ics: null }
  const call = { service: 'calendar', operation: 'list', details: where } as const
  const answer = (past: readonly LedgerEntry[]) => answerTo(collection, request, keptObjects(past)) ?? missing
  const perform: Asked['perform'] = (past) => ({ call, applied: false, repeated: false, answer: answer(past) })
  return { call, key: collection, texts: [request.body], perform }
}

/** A collection is there when it is used, but for this. */
export const absent = 'no-such-calendar'

function answerTo(collection: string, asked: WorldRequest, kept: readonly CalendarDetails[]): Answer | undefined {
  if (collection.endsWith(absent)) return undefined
  const own = kept.filter((object) => object.collection === collection)
  if (asked.method === 'REPORT') return multistatus(own.filter(isWanted(asked.body)).map(described))
  const itself = responseOf(`/caldav/${collection}/`, '')
  return multistatus(asked.header('depth') === '0' ? [itself] : [itself, ...own.map(described)])
}

/** The filters that Carnet uses: a part of the UID, and from when on. */
function isWanted(query: string): (object: CalendarDetails) => boolean {
  const [, text = ''] = /text-match[^>]*>([^<]*)</.exec(query) ?? []
  const [, from = ''] = /time-range start="([^"]*)"/.exec(query) ?? []
  const stamp = (instant: string | null) => instant?.replace(/[-:]|\.\d+/g, '') ?? ''
  return ({ ics, end }) => (uidIn(ics)?.includes(text) ?? false) && stamp(end) > from
}

function described({ collection, uid, ics }: CalendarDetails): string {
  const text = (ics ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')
  const name = encodeURIComponent(uid)
  return responseOf(`/caldav/${collection}/${name}.ics`, `<C:calendar-data>${text}</C:calendar-data>`)
}

function responseOf(href: string, props: string): string {
  const found = `<D:prop>${props}</D:prop><D:status>HTTP/1.1 200 OK</D:status>`
  return `<D:response><D:href>${href}</D:href><D:propstat>${found}</D:propstat></D:response>`
}

function multistatus(responses: readonly string[]): Answer {
  const root = '<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
  const body = `<?xml version="1.0" encoding="utf-8"?>${root}${responses.join('')}</D:multistatus>`
  return { status: 207, headers: { 'content-type': 'application/xml; charset=utf-8' }, body }
}
