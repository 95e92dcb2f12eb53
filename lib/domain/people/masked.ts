import { shownPhone } from './shown-phone'

/**
 * Returns an address or a number so that whoever owns it knows it and nobody else learns it: `a…@example.org`, `06 … 01`.
 */
export function masked(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `${[...address][0]}…${address.slice(at)}`
  const shown = shownPhone(address)
  return `${shown.slice(0, 2)} … ${shown.slice(-2)}`
}
