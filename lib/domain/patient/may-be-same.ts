import { foldedWords } from '@/lib/domain/people/fold'

/** What two records are compared by; null is not said. */
export type Compared = {
  name: string
  birthName: string | null
  birthDate: string | null
  phone: string | null
  email: string | null
}

/** In what two records agree, beside the names. */
export type Agreement = 'birth' | 'phone' | 'email'

/**
 * Returns in what two records agree so that they may be one person, for somebody to decide; nothing where they may not be.
 * The names must agree: every word of the shorter is one of the longer. So must the births, where both are known; where
 * one is not, a number or an address that is the same takes its place. An address alone makes nobody the same.
 */
export function mayBeSame(one: Compared, other: Compared): Agreement[] {
  if (!agreeInName(one, other)) return []
  if (one.birthDate && other.birthDate && one.birthDate !== other.birthDate) return []
  const same = (trait: 'birthDate' | 'phone' | 'email') =>
    one[trait] !== null && one[trait]?.toLowerCase() === other[trait]?.toLowerCase()
  return [
    ...(same('birthDate') ? (['birth'] as const) : []),
    ...(same('phone') ? (['phone'] as const) : []),
    ...(same('email') ? (['email'] as const) : []),
  ]
}

function agreeInName(one: Compared, other: Compared): boolean {
  const [some, others] = [wordsOf(one), wordsOf(other)]
  const [own, their] = [foldedWords(one.name), foldedWords(other.name)]
  return own.every((word) => others.has(word)) || their.every((word) => some.has(word))
}

function wordsOf({ name, birthName }: Compared): ReadonlySet<string> {
  return new Set(foldedWords(`${name} ${birthName ?? ''}`))
}
