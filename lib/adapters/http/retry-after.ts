import { secondMs } from '@/lib/domain/time'

/**
 * Returns the header `retry-after` in milliseconds, however long; undefined when it is missing, a date, or says nothing
 * that can be.
 */
export function retryAfterMs(header: string | null | undefined): number | undefined {
  const seconds = Number(header || Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * secondMs : undefined
}
