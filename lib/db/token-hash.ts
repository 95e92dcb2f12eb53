import { createHash } from 'node:crypto'

/** Returns what is kept of a secret that nobody can guess: enough to know it again, and nothing that could be used. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest())
}
