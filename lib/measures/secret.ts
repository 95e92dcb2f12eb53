import { createHash, timingSafeEqual } from 'node:crypto'

/** Returns whether what was given is the secret; how long that takes says nothing of where they differ. */
export function isSecret(given: string | null, secret: string): boolean {
  return timingSafeEqual(digest(given ?? ''), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
