import { expect, test } from 'vitest'
import { lastDigestDue } from './digest'

const zone = 'Europe/Paris'

test.each([
  ['2026-11-24T13:59:00.000Z', '2026-11-24T13:00:00.000Z'],
  ['2026-11-24T13:00:00.000Z', '2026-11-24T13:00:00.000Z'],
  // The hour that comes twice as summer ends has two digests.
  ['2026-10-25T00:30:00.000Z', '2026-10-25T00:00:00.000Z'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T01:00:00.000Z'],
])('an hourly digest was due at the full hour: at %s it was %s', (now, due) =>
  expect(lastDigestDue('hourly', now, zone)).toBe(due),
)

test.each([
  ['2026-11-24T17:00:00.000Z', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T16:59:00.000Z', '2026-11-23T17:00:00.000Z'],
  ['2026-07-01T16:30:00.000Z', '2026-07-01T16:00:00.000Z'],
  ['2026-03-29T10:00:00.000Z', '2026-03-28T17:00:00.000Z'],
])('an evening’s was due at 18:00 on the clinic’s clock: at %s it was %s', (now, due) =>
  expect(lastDigestDue('evening', now, zone)).toBe(due),
)

test('whoever wants each at once waits for none', () => {
  expect(lastDigestDue('each', '2026-11-24T16:59:00.000Z', zone)).toBe('2026-11-24T16:59:00.000Z')
})
