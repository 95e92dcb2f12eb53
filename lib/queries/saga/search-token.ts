import { open, seal } from '@/lib/db/sealed'

const place = 'saga.search'

/** Returns what was searched for, as it may stand in an address: sealed, since it may name a person. */
export function sealSearch(text: string): string {
  return Buffer.from(seal(text, place)).toString('base64url')
}

/** Returns what a sealed search says; nothing when it is not one of ours. */
export function openSearch(token: string): string | null {
  try {
    return open(Buffer.from(token, 'base64url'), place)
  } catch {
    return null
  }
}
