import { randomBytes } from 'node:crypto'
import { type Challenge, challengesIn } from './challenges'
import { type Credentials, digestAuthorization, isSpokenDigest } from './digest'
import { outsideFetch } from './outside-fetch'

type Sent = Omit<NonNullable<Parameters<typeof outsideFetch>[1]>, 'headers'> & { headers?: Record<string, string> }

/** What a server last challenged us with, and how often its nonce was used. */
type Known = { challenge: Challenge; count: number }
const digests = new Map<string, Known>()
/** So many servers and names are remembered. */
const mostKnown = 1_000

/**
 * `outsideFetch` with a name and a password, in the way the server wants them: Basic until it asks for Digest. They go to
 * this address and nowhere else. A 401 that comes back is the server's last word.
 */
export async function signedFetch(url: URL, sent: Sent, who: Credentials): Promise<Response> {
  const place = `${url.origin} ${who.username}`
  const first = digests.get(place)
  const answer = await signed(url, sent, who, first)
  const next = digestIn(answer)
  if (first && !next && isBasicOffered(answer)) {
    digests.delete(place)
    return signed(url, sent, who, undefined)
  }
  if (!next || (first && isSameNonce(next, first.challenge))) return answer
  const again = await signed(url, sent, who, remember(place, next))
  // Only a nonce that is too old is no word about the password.
  const newer = digestIn(again)
  if (newer?.parameters.stale?.toLowerCase() !== 'true') return again
  return signed(url, sent, who, remember(place, newer))
}

/** Returns the first way in that is a Digest we speak, of an answer that does not let us in. */
function digestIn({ status, headers }: Response): Challenge | undefined {
  return status === 401 ? challengesIn(headers).find(isSpokenDigest) : undefined
}

function isBasicOffered({ status, headers }: Response): boolean {
  return status === 401 && challengesIn(headers).some(({ scheme }) => scheme === 'basic')
}

function isSameNonce(one: Challenge, other: Challenge): boolean {
  return one.parameters.nonce === other.parameters.nonce
}

function remember(place: string, challenge: Challenge): Known {
  if (digests.size >= mostKnown) digests.clear()
  const known = { challenge, count: 0 }
  digests.set(place, known)
  return known
}

function signed(url: URL, sent: Sent, who: Credentials, known: Known | undefined): Promise<Response> {
  const authorization = known ? digestFor(url, sent, who, known) : basic(who)
  return outsideFetch(url, { ...sent, headers: { ...sent.headers, authorization } })
}

function digestFor(url: URL, { method = 'GET' }: Sent, who: Credentials, known: Known): string {
  known.count++
  const request = {
    method,
    uri: url.pathname + url.search,
    count: known.count,
    cnonce: randomBytes(16).toString('hex'),
  }
  return digestAuthorization(known.challenge, { ...who, ...request })
}

function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/**
 * Returns how a server that lets nobody in wants to be signed in to, when it is in no way that we speak: `Bearer`. Null
 * when it takes a name and a password, or does not say. Only the name of the way is read of it.
 */
export function foreignSignIn(headers: Headers): string | null {
  const offered = challengesIn(headers)
  if (offered.length === 0 || offered.some((one) => one.scheme === 'basic' || isSpokenDigest(one))) return null
  const [{ scheme, parameters } = { scheme: '', parameters: {} }] = offered
  const algorithm = scheme === 'digest' ? parameters.algorithm : undefined
  const named = [scheme.charAt(0).toUpperCase() + scheme.slice(1), algorithm].filter((name) => name !== undefined)
  return named.every((name) => /^[a-z][a-z0-9-]{0,29}$/i.test(name)) ? named.join(' ') : '?'
}
