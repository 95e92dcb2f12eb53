/** Returns the media type of an invitation: a mail program takes it for one by the method it names (RFC 6047, 2.4). */
export function icsType(ics: string): string {
  const method = /^METHOD:(\w+)/m.exec(ics)?.[1]
  return `text/calendar; charset=utf-8${method ? `; method=${method}` : ''}`
}
