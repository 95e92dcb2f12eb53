import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Returns a fresh random id (UUID version 4). */
export function newId(): string {
  return randomUUID()
}

/** Returns a fresh secret of 128 bits, as 32 hex digits. */
export function newSecret(): string {
  return randomBytes(16).toString('hex')
}

/**
 * The id that always follows from another id and a name (UUID version 5, RFC 9562 §5.5, with `namespace` as namespace):
 * how a repeated command finds what it did the first time.
 */
export function idFrom(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  const bytes = Uint8Array.prototype.slice.call(hash, 0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Returns whether a text has the form of an id of ours. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
