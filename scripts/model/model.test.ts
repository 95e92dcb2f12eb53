import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hold } from './hold'
import { schedules } from './schedules'

test('whatever happens to a clinic, in 2,000 random schedules, no promise is broken', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      expect(() => hold(schedule)).not.toThrow()
    }),
    { numRuns: 2_000 },
  )
}, 120_000)
