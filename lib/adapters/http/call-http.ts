import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Service } from '@/lib/domain/saga/failure'

export type HttpAnswer = { status: number; isOk: boolean; headers: Headers; text: string }

/** Errors of a connection that never came about. */
const unreached = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** What asks and changes nothing; the last two are of WebDAV. */
export const readsOnly = ['GET', 'PROPFIND', 'REPORT']

/**
 * Calls a service once and reads its answer to the end, which frees the connection. A redirect is an answer like any
 * other: followed, a write can turn into a read. `calling` is `fetch`, or one that is more careful. Throws
 * ExternalServiceError when no answer came: `transient` when nothing can have been done, `unknown` otherwise.
 */
export async function callHttp(
  service: Service,
  url: string,
  init: RequestInit & { method: string; signal: AbortSignal },
  calling: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<HttpAnswer> {
  const isTooLate = init.signal.aborted
  try {
    const response = await calling(url, { ...init, redirect: 'manual' })
    const { status, ok, headers } = response
    return { status, isOk: ok, headers, text: await response.text() }
  } catch (error) {
    const didNothing = isTooLate || readsOnly.includes(init.method) || unreached.includes(codeOf(error))
    throw new ExternalServiceError(service, didNothing ? 'transient' : 'unknown', null)
  }
}

/** What Node says of the connection; an empty string for a deadline. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
  return cause?.code ?? ''
}
