import type { CalendarDetails, CalendarObject, LedgerEntry, WorldState } from './ledger-entry'

/** The object of this name, if it is there now. */
export function findObject(
  past: readonly LedgerEntry[],
  { collection, uid }: CalendarObject,
): CalendarDetails | undefined {
  const isIt = (entry: LedgerEntry) => entry.service === 'calendar' && entry.applied && entry.key === uid
  for (let at = past.length - 1; at >= 0; at--) {
    const entry = past[at]
    if (entry?.service !== 'calendar' || !isIt(entry) || entry.details.collection !== collection) continue
    return entry.operation === 'put' ? entry.details : undefined
  }
  return undefined
}

/** Every object that is there now, in the order of their births. */
export function presentObjects(past: readonly LedgerEntry[]): WorldState {
  return keptObjects(past).map(({ ics: _, ...object }) => object)
}

/** The same, with their texts. */
export function keptObjects(past: readonly LedgerEntry[]): CalendarDetails[] {
  const kept = new Map<string, CalendarDetails>()
  for (const entry of past) {
    if (entry.service !== 'calendar' || !entry.applied) continue
    const name = `${entry.details.collection}/${entry.details.uid}`
    if (entry.operation === 'put') kept.set(name, entry.details)
    else kept.delete(name)
  }
  return [...kept.values()]
}

/** The UID that an iCalendar text gives its event, which need not be the name it has in a calendar. */
export function uidIn(ics: string | null): string | undefined {
  return /^UID:(.*?)\r?$/m.exec((ics ?? '').replace(/\r?\n[ \t]/g, ''))?.[1]
}

/** What an iCalendar text says of its first event; undefined when it holds none. Times must be in UTC (RFC 5545). */
export function readEvent(ics: string): Omit<CalendarObject, 'collection' | 'uid'> | undefined {
  const event = /^BEGIN:VEVENT$([\s\S]*)^END:VEVENT$/m.exec(ics.replace(/\r?\n[ \t]/g, '').replace(/\r\n/g, '\n'))?.[1]
  if (!event) return undefined
  const value = (name: string) => new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(event)?.[1]
  return {
    status: value('STATUS')?.toLowerCase() ?? null,
    start: toInstant(value('DTSTART')),
    end: toInstant(value('DTEND')),
    sequence: Number(value('SEQUENCE') ?? 0),
  }
}

function toInstant(utc: string | undefined): string | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(utc ?? '') ?? []
  return year ? `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z` : null
}
