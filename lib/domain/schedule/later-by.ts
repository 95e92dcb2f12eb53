/** The instant so many milliseconds after another; both are ISO strings. */
export function laterBy(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
