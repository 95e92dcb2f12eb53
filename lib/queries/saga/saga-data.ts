import { z } from 'zod'
import { type Failure, failureKindNames, services } from '@/lib/domain/saga/failure'

const failure = z.object({
  service: z.enum(services),
  kind: z.enum(failureKindNames),
  status: z.number().nullable(),
}) satisfies z.ZodType<Failure>

const sagaData = z.object({
  step: z.string().nullable(),
  failedStep: z.string().nullable(),
  failure: failure.nullable(),
  asksAbout: z.array(failure),
})

/** Returns what a saga's row keeps in `data`. Throws when it is not that. */
export function parseSagaData(stored: unknown): z.output<typeof sagaData> {
  return sagaData.parse(stored)
}

/** Returns how an attempt failed, if it did. Throws when the stored value is something else. */
export function parseFailure(stored: unknown): Failure | null {
  return failure.nullable().parse(stored ?? null)
}
