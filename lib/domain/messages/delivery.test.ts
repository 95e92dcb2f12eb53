import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameBack, deliveries, outweighed } from './delivery'

test('what weighs more stays, in whatever order and however often reports come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deliveries), { minLength: 1 }), (reports) => {
      const kept = reports.reduce(
        (now, report) => (outweighed(report).includes(now) ? report : now),
        reports[0] ?? 'sent',
      )
      const heaviest = deliveries.findLast((one) => reports.includes(one))
      expect(kept).toBe(heaviest)
    }),
  )
})

test('only what did not arrive, or was not wanted, came back', () => {
  expect(deliveries.filter(cameBack)).toEqual(['failed', 'bounced', 'complained'])
  expect(cameBack(null)).toBe(false)
})
