/** One value of a family. The suffix is `_bucket`, `_sum` or `_count` for a histogram. */
export type Sample = { suffix?: string; labels: Record<string, string>; value: number }

/** Values that are told under one name, which says the unit: `_seconds`, and `_total` for a counter. */
export type Family = { name: string; type: 'counter' | 'gauge' | 'histogram'; help: string; samples: Sample[] }

/** Returns a number that goes up and down. */
export function gauge(name: string, help: string, samples: Family['samples']): Family {
  return { name, type: 'gauge', help, samples }
}
