import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const prefix = /^signkey-[\w-]*?-/

/** The `x-inngest-signature` of a request body: HMAC-SHA256 over the body and the time, in seconds. */
export function sign(body: string, signingKey: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  const hash = createHmac('sha256', signingKey.replace(prefix, ''))
    .update(body + seconds)
    .digest('hex')
  return `t=${seconds}&s=${hash}`
}

/** Whether an `authorization` header carries this signing key, hashed as the SDK hashes it. */
export function isAuthorised(header: string | undefined, signingKey: string): boolean {
  const [start = ''] = prefix.exec(signingKey) ?? []
  const key = createHash('sha256')
    .update(Buffer.from(signingKey.replace(prefix, ''), 'hex'))
    .digest('hex')
  return isSame(header ?? '', `Bearer ${start}${key}`)
}

/** Compares two texts in constant time. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
