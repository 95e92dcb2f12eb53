import { ExternalServiceError } from '@/lib/adapters/external-service-error'

/** How a call of a service failed. Throws when it did not, or failed in another way. */
export async function failureOf(calling: Promise<unknown>) {
  const error = await calling.then(
    () => new Error('it did not fail'),
    (one: unknown) => one,
  )
  if (!(error instanceof ExternalServiceError)) throw error
  return { ...error.failure, retryAfterMs: error.retryAfterMs }
}
