import type { Family, Sample } from './family'

export type Format = 'openmetrics' | 'prometheus'

/** What each format is called in HTTP. */
export const contentTypes: Record<Format, string> = {
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
}

/** OpenMetrics for those who ask for it, and for the others what every Prometheus reads. */
export function formatFor(accept: string | null): Format {
  return accept?.includes('application/openmetrics-text') ? 'openmetrics' : 'prometheus'
}

/**
 * The families as text. OpenMetrics 1.0 names a counter without its `_total`, states units and has an end. Bounds of
 * buckets are written as `1.0` in both, so that a scraper that changes its mind finds the same series.
 */
export function expose(families: readonly Family[], format: Format): string {
  const lines = families.flatMap((family) => [
    ...head(family, format),
    ...family.samples.map((sample) => line(family.name, sample)),
  ])
  return [...lines, ...(format === 'openmetrics' ? ['# EOF'] : []), ''].join('\n')
}

function head({ name, type, help }: Family, format: Format): string[] {
  const isOpen = format === 'openmetrics'
  const family = isOpen && type === 'counter' ? name.replace(/_total$/, '') : name
  const [, unit] = /_(seconds|bytes)$/.exec(family) ?? []
  const text = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return [
    `# TYPE ${family} ${type}`,
    ...(isOpen && unit ? [`# UNIT ${family} ${unit}`] : []),
    `# HELP ${family} ${isOpen ? text.replaceAll('"', '\\"') : text}`,
  ]
}

function line(name: string, { suffix = '', labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${quoted(text)}"`)
  return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${number(value)}`
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

/** Returns the bound of a bucket, as a number with a fraction. */
export function bound(seconds: number): string {
  return Number.isInteger(seconds) ? `${seconds}.0` : number(seconds)
}

function number(value: number): string {
  if (Number.isFinite(value)) return String(value)
  if (Number.isNaN(value)) return 'NaN'
  return value > 0 ? '+Inf' : '-Inf'
}
