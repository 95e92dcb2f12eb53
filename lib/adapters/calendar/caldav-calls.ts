import { type AddressRefusal, AddressRefusedError } from '@/lib/adapters/http/outside-address'
import { foreignSignIn, signedFetch } from '@/lib/adapters/http/signed-fetch'

/** What went wrong on the way, apart from what was found there. */
export type CallTrouble =
  | AddressRefusal
  | 'address_unreachable'
  | 'certificate_refused'
  | 'leads_elsewhere'
  | 'credentials_refused'
  | 'sign_in_foreign'

/** The calls to a server that somebody named: they carry their password nowhere else, and remember what went wrong. */
export type Calls = {
  fetch: typeof fetch
  /** This address was named by the server in an answer to who signed in: it may be called as they. */
  trust: (url: string) => void
  /** The first thing that went wrong and ends the search. */
  trouble: () => CallTrouble | undefined
  /** Where the server wanted to send us: the address to type, if it is trusted. */
  ledTo: () => string
  /** How the server wants to be signed in to, when that is not ours: `Bearer`. */
  way: () => string
}

const mostRedirects = 5

/** Calls with a name and a password, at `server` and where it says itself that the account is. */
export function careful(server: URL, who: { username: string; password: string }, signal: AbortSignal): Calls {
  const trusted = new Set([server.origin])
  let trouble: CallTrouble | undefined
  let ledTo = ''
  let way = ''
  const fail = (what: CallTrouble): Error => {
    trouble ??= what
    return new Error(what)
  }

  async function call(url: URL, init: RequestInit, redirectsLeft: number): Promise<Response> {
    if (!trusted.has(url.origin)) {
      ledTo = url.origin
      throw fail('leads_elsewhere')
    }
    const headers = Object.fromEntries(new Headers(init.headers))
    const answer = await signedFetch(url, { ...init, headers, signal }, who).catch((error) => {
      throw fail(troubleOf(error))
    })
    if (answer.status === 401) {
      way = foreignSignIn(answer.headers) ?? ''
      throw fail(way ? 'sign_in_foreign' : 'credentials_refused')
    }
    const location = answer.headers.get('location')
    const isFollowed = answer.status >= 300 && answer.status < 400 && location && init.redirect !== 'manual'
    return isFollowed && redirectsLeft > 0 ? call(new URL(location, url), init, redirectsLeft - 1) : answer
  }

  return {
    fetch: (input, init = {}) => call(new URL(input instanceof Request ? input.url : input), init, mostRedirects),
    trust: (url) => void trusted.add(originNamed(url, server)),
    trouble: () => trouble,
    ledTo: () => ledTo,
    way: () => way,
  }
}

/** A server that is spoken to in secret cannot have us speak openly elsewhere. */
function originNamed(url: string, server: URL): string {
  const named = new URL(url)
  return named.protocol === 'https:' || server.protocol === 'http:' ? named.origin : server.origin
}

function troubleOf(error: unknown): CallTrouble {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof AddressRefusedError) return cause.refused
  const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException
  return /CERT|TLS|SSL|EPROTO|UNABLE_TO_/.test(code) ? 'certificate_refused' : 'address_unreachable'
}
