import type { Failure, Service } from '@/lib/domain/saga/failure'

/**
 * An outside service did not do what it was asked. Carries no words of the service: they may name a person.
 * `unknown` means that nobody knows whether it was done: a timeout, a reset.
 */
export class ExternalServiceError extends Error {
  readonly failure: Failure
  readonly retryAfterMs: number | undefined

  constructor(service: Service, kind: Failure['kind'], status: number | null, retryAfterMs?: number) {
    super(`${service}: ${kind}${status === null ? '' : ` (${status})`}`)
    this.name = 'ExternalServiceError'
    this.failure = { service, kind, status }
    this.retryAfterMs = retryAfterMs
  }
}
