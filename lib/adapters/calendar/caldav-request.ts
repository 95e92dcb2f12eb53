import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { callHttp, type HttpAnswer, readsOnly } from '@/lib/adapters/http/call-http'
import { retryAfterMs } from '@/lib/adapters/http/retry-after'
import { foreignSignIn, signedFetch } from '@/lib/adapters/http/signed-fetch'
import type { Call } from '@/lib/adapters/ports'

/** `url` is the calendar itself: `https://dav.example/helene/visits`. */
export type CaldavAccount = { url: string; username: string; password: string }

export type CaldavRequest = {
  method: 'GET' | 'PUT' | 'DELETE' | 'PROPFIND' | 'REPORT'
  headers?: Record<string, string>
  body?: string
}

/** Returns the address of the calendar itself, or of an object of this name below it. */
export function addressIn({ url }: Pick<CaldavAccount, 'url'>, name = ''): string {
  return `${url.replace(/\/+$/, '')}/${name}`
}

/**
 * One request about the calendar or an object in it; what is `fine` is an answer, any other but success is
 * thrown as ExternalServiceError.
 */
export async function ask(
  account: CaldavAccount,
  address: string,
  { signal }: Pick<Call, 'signal'>,
  request: CaldavRequest,
  fine: readonly number[] | ((answer: HttpAnswer) => boolean) = [],
): Promise<HttpAnswer> {
  const answer = await callHttp('calendar', address, { ...request, signal }, (url) =>
    signedFetch(new URL(url), { ...request, signal }, account),
  )
  if (isPage(answer, request.method)) throw new ExternalServiceError('calendar', 'transient', answer.status)
  const isFine = typeof fine === 'function' ? fine(answer) : fine.includes(answer.status)
  if (answer.isOk || isFine) return answer
  throw toServiceError(answer, request.method)
}

/** A server lets in by a way that is not ours to go: `Bearer`. Neither its doctor's name nor password is wrong. */
export class ForeignSignInError extends ExternalServiceError {
  readonly way: string

  constructor(way: string) {
    super('calendar', 'permanent', 401)
    this.name = 'ForeignSignInError'
    this.way = way
  }
}

/** Where one has to sign in first, a page is the answer to everything; nothing was read and nothing written. */
function isPage({ status, headers, text }: HttpAnswer, method: CaldavRequest['method']): boolean {
  if (status !== 200) return false
  const isHtml = /^text\/html/i.test(headers.get('content-type') ?? '')
  return isHtml || (method === 'GET' && !text.includes('BEGIN:VCALENDAR'))
}

/**
 * A server that fails while it writes may have written. 412: somebody else wrote in between; 423: is writing
 * now. 401: the doctor has changed their password, which is theirs to mend and no reason to undo a booking.
 */
function toServiceError({ status, headers }: HttpAnswer, method: CaldavRequest['method']): ExternalServiceError {
  const way = status === 401 ? foreignSignIn(headers) : null
  if (way) return new ForeignSignInError(way)
  const retryAfter = headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter)) {
    return new ExternalServiceError('calendar', 'rate_limited', status, retryAfterMs(retryAfter))
  }
  const isReading = readsOnly.includes(method)
  if (status >= 500) return new ExternalServiceError('calendar', isReading ? 'transient' : 'unknown', status)
  return new ExternalServiceError('calendar', [401, 408, 412, 423].includes(status) ? 'transient' : 'permanent', status)
}
