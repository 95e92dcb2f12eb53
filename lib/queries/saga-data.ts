import { z } from 'zod'
import type { Failure } from '@/lib/domain/saga/failure'

const failure = z.object({
  service: z.enum(['calendar', 'mail', 'sms', 'carnet']),
  kind: z.enum(['permanent', 'rate_limited', 'transient', 'unknown', 'exhausted', 'indeterminate', 'circuit_open']),
  status: z.number().nullable(),
}) satisfies z.ZodType<Failure>

const sagaData = z.object({
  step: z.string().nullable(),
  failedStep: z.string().nullable(),
  failure: failure.nullable(),
  asksAbout: z.array(failure),
})

/** What a saga's row keeps in `data`. Throws when it is not that. */
export function parseSagaData(stored: unknown): z.output<typeof sagaData> {
  return sagaData.parse(stored)
}

/** How an attempt failed, if it did. Throws when the stored value is something else. */
export function parseFailure(stored: unknown): Failure | null {
  return failure.nullable().parse(stored ?? null)
}
