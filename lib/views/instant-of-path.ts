/** Returns the instant (ISO string) that a part of an address names; undefined when it names none. */
export function instantOfPath(part: string): string | undefined {
  try {
    const ms = Date.parse(decodeURIComponent(part))
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
  } catch {
    return undefined
  }
}
