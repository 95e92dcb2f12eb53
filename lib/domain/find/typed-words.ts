import { foldedWords } from '@/lib/domain/people/fold'

/** What people write around what they look for, in both languages: titles, articles, and what they come for anyway. */
const around = new Set(
  foldedWords(
    'dr dre drs docteur docteure docteurs doctor pr prof professeur professeure professor m mr mme mlle monsieur madame ' +
      'mrs ms médecin médecins physician le la les l du de des d un une mon ma au à chez avec pour ' +
      'the a an of for with my to see at rdv rendez vous prendre voir appointment book',
  ),
)

/**
 * Returns the words that something must answer to, folded; without titles and the like, unless nothing else was typed.
 */
export function typedWords(typed: string): string[] {
  const words = foldedWords(typed)
  const wanted = words.filter((word) => !around.has(word))
  return wanted.length > 0 ? wanted : words
}

/** Returns whether nothing was typed but a title or the like, which everybody answers to. */
export function isTitleAlone(typed: string): boolean {
  const words = foldedWords(typed)
  return words.length > 0 && words.every((word) => around.has(word))
}
