/** Returns a property of the first event with its parameters and its value; long lines are folded (RFC 5545, 3.1). */
export function propertyOf(ics: string, name: string): string | undefined {
  const event = /^BEGIN:VEVENT\r?$.*?^END:VEVENT\r?$/ms.exec(ics.replace(/\r?\n[ \t]/g, ''))?.[0]
  return new RegExp(`^${name}([;:][^\r\n]*)`, 'm').exec(event ?? '')?.[1]
}
