import type { Failure, FailureKind, Service } from '@/lib/domain/saga/failure'
import type { Fault } from '@/lib/telemetry/log'

/**
 * An outside service did not do what it was asked. Carries no words of the service: they may name a person.
 * `unknown` means that nobody knows whether it was done: a timeout, a reset. Its `cause` is a
 * fault of our own, if it was one, without words as well: whoever catches it knows what it was about, and logs it.
 */
export class ExternalServiceError extends Error {
  readonly failure: Failure
  readonly retryAfterMs: number | undefined
  /** When it is to be tried again at the latest, in milliseconds: nobody waits for it longer. */
  readonly withinMs: number | undefined
  declare readonly cause: Fault | undefined

  constructor(
    service: Service,
    kind: FailureKind,
    status: number | null,
    retryAfterMs?: number,
    options?: { cause?: Fault | undefined; withinMs?: number },
  ) {
    super(`${service}: ${kind}${status === null ? '' : ` (${status})`}`, options)
    this.name = 'ExternalServiceError'
    this.failure = { service, kind, status }
    this.retryAfterMs = retryAfterMs
    this.withinMs = options?.withinMs
  }
}
