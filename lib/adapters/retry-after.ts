/** The header `retry-after` in milliseconds; undefined when it is missing or a date. */
export function retryAfterMs(header: string | null | undefined): number | undefined {
  const seconds = Number(header || Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}
