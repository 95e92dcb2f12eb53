import type { Failure, Service } from '@/lib/domain/saga/failure'
import type { Fault } from '@/lib/log'

/**
 * An outside service did not do what it was asked. Carries no words of the service: they may name a person.
 * `unknown` means that nobody knows whether it was done: a timeout, a reset. Its `cause` is a
 * fault of our own, if it was one, without words as well: whoever catches it knows what it was about, and logs it.
 */
export class ExternalServiceError extends Error {
  readonly failure: Failure
  readonly retryAfterMs: number | undefined
  declare readonly cause: Fault | undefined

  constructor(
    service: Service,
    kind: Failure['kind'],
    status: number | null,
    retryAfterMs?: number,
    options?: { cause: Fault },
  ) {
    super(`${service}: ${kind}${status === null ? '' : ` (${status})`}`, options)
    this.name = 'ExternalServiceError'
    this.failure = { service, kind, status }
    this.retryAfterMs = retryAfterMs
  }
}
