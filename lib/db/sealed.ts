import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/settings/env'

/**
 * Sealed columns: AES-256-GCM with a fresh 12-byte nonce, bound to where the value belongs (`patient.name`), so that a
 * sealed value moved to another column does not open. Layout: nonce, tag, ciphertext.
 */
export function seal(text: string, place: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derived('seal'), nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Uint8Array.from([...nonce, ...cipher.getAuthTag(), ...sealed])
}

/** Returns the text that was sealed for this place. Throws when it was not, or was changed. */
export function open(sealed: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', derived('seal'), bytes.subarray(0, 12)).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/**
 * Returns a keyed hash that finds equal texts without reading them (a blind index). Case and outer spaces do not count.
 */
export function blindIndex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', derived('index')).update(text.trim().toLowerCase()).digest())
}

/** Bytes as Postgres reads them inside JSON: `\\x` and hex digits. */
export function toHex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}

const keys = new Map<string, Buffer>()

/** A 32-byte key for one purpose, derived from the clinic's secret (HKDF, RFC 5869). */
export function derived(purpose: string): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env().CARNET_SECRET, 'carnet', purpose, 32))
  keys.set(purpose, key)
  return key
}
