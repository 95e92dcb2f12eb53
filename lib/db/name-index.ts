import { foldedWords, wordsToFind } from '@/lib/domain/people/fold'
import { blindIndex } from './sealed'

/**
 * Which folding a row of today was indexed by; a row of an earlier one has a lower number, or none (the first). Whoever
 * changes how names fold raises it, and says here how what stands was searched before.
 *
 * 3 brought the terms of `patient_term`; names fold as by 2.
 */
export const nameFolding = 3

/** Returns a keyed hash for each word that finds a name: people are found by them without reading any. */
export function nameIndex(name: string): Uint8Array<ArrayBuffer>[] {
  return wordsToFind(name).map(hashOf)
}

/**
 * Returns what to look for: all of `words` in a row of today's folding, all of `formerWords` in one that was not indexed
 * anew yet.
 */
export function nameSearch(text: string): Record<'words' | 'formerWords', Uint8Array<ArrayBuffer>[]> {
  return { words: foldedWords(text).map(hashOf), formerWords: firstFolding(text).map(hashOf) }
}

/** Without accents, in small letters: the folding of rows without a number. */
function firstFolding(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean))]
}

function hashOf(word: string): Uint8Array<ArrayBuffer> {
  return blindIndex(`name ${word}`)
}
