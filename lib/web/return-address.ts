import { headers } from 'next/headers'

/** The header in which a page is told its own address; what a browser writes there is overwritten. */
export const placeHeader = 'x-place'

const longest = 1_000
/** Where an address of ours is only thought of: nothing is ever asked there. */
const here = 'http://here.invalid'

/** Returns the address of the sign-in page, which leads back to where somebody is now. */
export async function signInAddress(): Promise<string> {
  const place = ownPath((await headers()).get(placeHeader))
  return place === undefined || place.startsWith('/sign-in') ? '/sign-in' : `/sign-in?back=${encodeURIComponent(place)}`
}

/**
 * Returns an address that somebody is to be led back to when it is a page of this clinic, and nothing when it leads, or
 * might be read to lead, anywhere else.
 */
export function ownPath(said: unknown): string | undefined {
  if (typeof said !== 'string' || said.length > longest || !/^\/(?![/\\])/.test(said)) return undefined
  if (!URL.canParse(said, here)) return undefined
  const { origin, pathname, search } = new URL(said, here)
  return origin === here && isPlain(pathname) ? pathname + search : undefined
}

/** Whether a path stays one however often it is decoded: no doubled slash, no backslash, nothing invisible. */
function isPlain(pathname: string): boolean {
  let read = pathname
  for (let times = 0; times < 5; times++) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    if (/\/\/|\\|[\u0000-\u001f\u007f]/.test(read)) return false
    try {
      const decoded = decodeURIComponent(read)
      if (decoded === read) return true
      read = decoded
    } catch {
      return false
    }
  }
  return false
}
