import { blindIndex } from './sealed'

/** A keyed hash for each word of a name: finds people by words of their names without reading any. */
export function nameIndex(name: string): Uint8Array<ArrayBuffer>[] {
  return nameWords(name).map((word) => blindIndex(`name ${word}`))
}

/** The words of a name as it is searched for: without accents, in lower case, each once. `Élise Le Goff` → elise, le, goff. */
export function nameWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean))]
}
