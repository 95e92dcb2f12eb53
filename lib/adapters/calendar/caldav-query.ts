import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Call } from '@/lib/adapters/ports'
import { addressIn, ask, type CaldavAccount } from './caldav-request'

/** One of our objects, wherever it lies in the calendar: its whole address, and its UID. */
type Queried = { address: string; uid: string }

/** What servers answer that cannot be asked so, or find no such calendar: nothing of ours is found there. */
const cannotBeAsked = [400, 403, 404, 405, 409, 410, 415, 422, 500, 501]

/**
 * The objects whose UID contains this text, of those that are not over at `from` (ISO instant), or of all: a
 * calendar-query (RFC 4791, 7.8), by which nothing else is read. Objects keep their UID when somebody moves or renames
 * them.
 */
export async function queryByUid(account: CaldavAccount, text: string, call: Call, from?: string): Promise<Queried[]> {
  const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' }
  const request = { method: 'REPORT', headers, body: queryFor(text, from) } as const
  const { text: xml } = await ask(account, addressIn(account), call, request, cannotBeAsked)
  return responsesIn(xml).flatMap((response) => {
    const address = addressNamed(response, account.url)
    const uid = uidIn(response)
    // A server that heeds no filter answers with everything.
    return address && uid?.includes(text) ? [{ address, uid }] : []
  })
}

function queryFor(text: string, from: string | undefined): string {
  const range = from ? `<C:time-range start="${from.replace(/[-:]|\.\d+/g, '')}"/>` : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${range}<C:prop-filter name="UID">
<C:text-match collation="i;octet">${text}</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>
</C:calendar-query>`
}

/** Returns the names of what lies in the calendar, and nothing else of it. */
export async function listNames(account: CaldavAccount, call: Call): Promise<string[]> {
  const { text } = await ask(account, addressIn(account), call, { ...propfind, headers: { depth: '1' } })
  return responsesIn(text).flatMap((response) => addressNamed(response, account.url)?.split('/').at(-1) ?? [])
}

/** Returns when the calendar is there and lets us in; throws ExternalServiceError otherwise. */
export async function reach(account: CaldavAccount, call: Call): Promise<void> {
  const { status } = await ask(account, addressIn(account), call, { ...propfind, headers: { depth: '0' } })
  if (status !== 207) throw new ExternalServiceError('calendar', 'transient', status)
}

const onlyNames = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
const propfind = { method: 'PROPFIND', body: onlyNames } as const

/** Returns the parts of an answer that are about one object each (RFC 4918, 14.24), whatever prefix they have. */
function responsesIn(xml: string): string[] {
  return [...xml.matchAll(/<(?:[\w-]+:)?response[\s>].*?<\/(?:[\w-]+:)?response>/gs)].map(([response]) => response)
}

/**
 * Returns the first address that is named there, as a whole one; undefined when there is none, or it is another
 * server's, which gets no password of ours.
 */
export function addressNamed(xml: string, calendar: string): string | undefined {
  const href = /<(?:[\w-]+:)?href[^>]*>([^<]*)</.exec(xml)?.[1]
  const address = href === undefined ? null : URL.parse(decoded(href).trim(), calendar)
  return address?.origin === new URL(calendar).origin ? address.href : undefined
}

function uidIn(response: string): string | undefined {
  const ics = decoded(response).replace(/\r?\n[ \t]/g, '')
  return /^UID(?:;[^:\r\n]*)?:(.*?)\s*$/m.exec(ics)?.[1]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(Math.min(decimal ? Number(decimal) : Number.parseInt(hex, 16), 0x10ffff))
  })
}
