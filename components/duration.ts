/** How long something took, in two units at most: `40 ms`, `0.81 s`, `46 s`, `1 min 12 s`, `2 h 05 min`. */
export function duration(ms: number, locale: string): string {
  if (ms < 100) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(ms / 1000)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${two(seconds % 60)} s`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
  const hours = Math.floor(minutes / 60)
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`.replace('d', locale === 'fr' ? 'j' : 'd')
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
