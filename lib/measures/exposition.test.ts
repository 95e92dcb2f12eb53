import { expect, test } from 'vitest'
import { bound, expose, formatFor } from './exposition'
import type { Family } from './family'

const families: Family[] = [
  { name: 'a_total', type: 'counter', help: 'A "word"\\.', samples: [{ labels: { of: 'x"\\\n' }, value: 2 }] },
  { name: 'age_seconds', type: 'gauge', help: 'Age.', samples: [{ labels: {}, value: Number.POSITIVE_INFINITY }] },
  {
    name: 'd_seconds',
    type: 'histogram',
    help: 'D.',
    samples: [{ suffix: '_count', labels: { of: 'y' }, value: 0.5 }],
  },
]

test('OpenMetrics names a counter without its suffix, states units and has an end', () => {
  expect(expose(families, 'openmetrics')).toBe(`# TYPE a counter
# HELP a A \\"word\\"\\\\.
a_total{of="x\\"\\\\\\n"} 2
# TYPE age_seconds gauge
# UNIT age_seconds seconds
# HELP age_seconds Age.
age_seconds +Inf
# TYPE d_seconds histogram
# UNIT d_seconds seconds
# HELP d_seconds D.
d_seconds_count{of="y"} 0.5
# EOF
`)
})

test('the older format names a counter as its sample and has no end', () => {
  const text = expose(families, 'prometheus')
  expect(text).toContain('# TYPE a_total counter\n# HELP a_total A "word"\\\\.\na_total{')
  expect(text).not.toMatch(/EOF|UNIT/)
})

test('who accepts OpenMetrics gets it, and everybody else the older format', () => {
  const prometheus = 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1'
  expect(formatFor(prometheus)).toBe('openmetrics')
  for (const other of [null, '*/*', 'text/plain']) expect(formatFor(other)).toBe('prometheus')
})

test('a bound is a number with a fraction', () => {
  expect([0.005, 1, 86_400].map(bound)).toEqual(['0.005', '1.0', '86400.0'])
})
