import { secondMs } from '@/lib/domain/time'

/**
 * Returns how long something took, in two units at most: `40 ms`, `0.81 s`, `46 s`, `1 min 12 s`, `2 h 05 min`, `2 h`.
 */
export function duration(ms: number, locale: string): string {
  if (ms < 100) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(ms / secondMs)} s`
  const seconds = Math.round(ms / secondMs)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return both(minutes, 'min', seconds % 60, 's')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return both(hours, 'h', minutes % 60, 'min')
  return both(Math.floor(hours / 24), locale === 'fr' ? 'j' : 'd', hours % 24, 'h')
}

function both(great: number, unit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${great} ${unit}` : `${great} ${unit} ${String(small).padStart(2, '0')} ${smallUnit}`
}
