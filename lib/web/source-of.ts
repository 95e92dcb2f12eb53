import { env } from '@/lib/settings/env'

/**
 * Returns the address that somebody calls from, as the proxy in front says it in the header SOURCE_HEADER names: the last
 * one there, which is its own word. Null while no header is named: what a stranger writes says nothing.
 */
export function sourceOf(headers: Headers): string | null {
  const { SOURCE_HEADER } = env()
  const said = SOURCE_HEADER && headers.get(SOURCE_HEADER)
  return said?.split(',').at(-1)?.trim() || null
}
