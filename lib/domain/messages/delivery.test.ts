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
      const heaviest = deliveries.findLast((delivery) => reports.includes(delivery))
      expect(kept).toBe(heaviest)
    }),
  )
})

test('what came back for now did arrive in the end, what was refused for good did not', () => {
  expect(outweighed('delivered')).toContain('soft_bounced')
  expect(outweighed('delivered')).not.toContain('bounced')
})

test('only what did not arrive, or was not wanted, came back', () => {
  expect(deliveries.filter(cameBack)).toEqual(['soft_bounced', 'failed', 'bounced', 'complained'])
  expect(cameBack(null)).toBe(false)
})
