import type { CalendarDetails, CalendarObject, LedgerEntry, WorldState } from './ledger-entry'

/** The object of this name, if it is there now. */
export function findObject(
  past: readonly LedgerEntry[],
  { collection, uid }: CalendarObject,
): CalendarDetails | undefined {
  const isIt = (one: LedgerEntry) => one.service === 'calendar' && one.applied && one.key === uid
  for (let at = past.length - 1; at >= 0; at--) {
    const entry = past[at]
    if (entry?.service !== 'calendar' || !isIt(entry) || entry.details.collection !== collection) continue
    return entry.operation === 'put' ? entry.details : undefined
  }
  return undefined
}

/** Every object that is there now, in the order of their births. */
export function presentObjects(past: readonly LedgerEntry[]): WorldState {
  const present = new Map<string, CalendarObject>()
  for (const entry of past) {
    if (entry.service !== 'calendar' || !entry.applied) continue
    const { ics: _, ...object } = entry.details
    const name = `${object.collection}/${object.uid}`
    if (entry.operation === 'put') present.set(name, object)
    else present.delete(name)
  }
  return [...present.values()]
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
