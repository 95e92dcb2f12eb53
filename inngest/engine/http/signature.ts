import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { secondMs } from '../time'

const prefix = /^signkey-[\w-]*?-/
const signatureMaxAgeS = 300

/** Returns the `x-inngest-signature` of a body: HMAC-SHA256 over the body and the time, in seconds. */
export function sign(body: string, signingKey: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / secondMs)
  return `t=${seconds}&s=${hashOf(body, signingKey, seconds)}`
}

/** Returns whether a body was signed with this key in the last five minutes. */
export function isSigned(body: string, signature: string | undefined, signingKey: string, now: Date): boolean {
  const [, seconds, hash] = /^t=(\d+)&s=([0-9a-f]+)$/.exec(signature ?? '') ?? []
  if (!seconds || !hash || Math.abs(now.getTime() / secondMs - Number(seconds)) > signatureMaxAgeS) return false
  return isSame(hash, hashOf(body, signingKey, Number(seconds)))
}

/** Returns the `authorization` header of who has this signing key: the key hashed as the SDK hashes it. */
export function bearerOf(signingKey: string): string {
  const [start = ''] = prefix.exec(signingKey) ?? []
  const key = createHash('sha256')
    .update(Buffer.from(signingKey.replace(prefix, ''), 'hex'))
    .digest('hex')
  return `Bearer ${start}${key}`
}

/** Compares two texts in constant time. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function hashOf(body: string, signingKey: string, seconds: number): string {
  return createHmac('sha256', signingKey.replace(prefix, ''))
    .update(body + seconds)
    .digest('hex')
}
