import { createHash } from 'node:crypto'
import type { Challenge } from './challenges'

/** A name and a password. */
export type Credentials = { username: string; password: string }

/** One request that is signed: `uri` as it stands in its first line, and how often this nonce was used, this time too. */
type Signed = Credentials & { method: string; uri: string; count: number; cnonce: string }

const hashes: Record<string, string> = { md5: 'md5', 'sha-256': 'sha256', 'sha-512-256': 'sha512-256' }

/** Returns whether a way in is a Digest that we speak: MD5, SHA-256 or SHA-512/256, for the request without its body. */
export function isSpokenDigest({ scheme, parameters }: Challenge): boolean {
  const { nonce, algorithm = 'MD5', qop = 'auth' } = parameters
  return (
    scheme === 'digest' && nonce !== undefined && hashOf(algorithm) !== undefined && /(^|,)\s*auth\s*(,|$)/.test(qop)
  )
}

/**
 * Returns the header `Authorization` by which a request answers a Digest that we speak (RFC 7616). Ours, since the
 * package for it (digest-fetch 3.1) reads realms without their spaces and brings a `fetch` of its own.
 */
export function digestAuthorization({ parameters }: Challenge, request: Signed): string {
  const { realm = '', nonce = '', opaque, algorithm, qop, userhash, charset } = parameters
  const { username, password, method, uri, count, cnonce } = request
  const name = hashOf(algorithm ?? 'MD5') ?? 'md5'
  const hash = (...parts: string[]) => createHash(name).update(parts.join(':')).digest('hex')

  const secret = hash(username, realm, password)
  const key = /-sess$/i.test(algorithm ?? '') ? hash(secret, nonce, cnonce) : secret
  const nc = count.toString(16).padStart(8, '0')
  const what = hash(method, uri)
  const response = qop === undefined ? hash(key, nonce, what) : hash(key, nonce, nc, cnonce, 'auth', what)

  const isHashed = userhash?.toLowerCase() === 'true'
  const fields = [
    isHashed ? `username="${hash(username, realm)}"` : userField(username, charset),
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    ...(algorithm ? [`algorithm=${algorithm}`] : []),
    ...(qop === undefined ? [] : [`qop=auth`, `nc=${nc}`, `cnonce="${cnonce}"`]),
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(isHashed ? ['userhash=true'] : []),
  ]
  return `Digest ${fields.join(', ')}`
}

function hashOf(algorithm: string): string | undefined {
  return hashes[algorithm.toLowerCase().replace(/-sess$/, '')]
}

/** A name with letters that no header may hold is written so that it may (RFC 7616, 3.4; RFC 8187). */
function userField(username: string, charset: string | undefined): string {
  const isPlain = /^[\x20-\x7e]*$/.test(username)
  if (isPlain || charset?.toUpperCase() !== 'UTF-8') return `username=${quoted(username)}`
  const encoded = encodeURIComponent(username).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return `username*=UTF-8''${encoded}`
}

/** Headers are sent as bytes: what is beyond ASCII stands there as UTF-8. */
function quoted(text: string): string {
  return `"${Buffer.from(text.replace(/["\\]/g, '\\$&')).toString('latin1')}"`
}
