/** Returns the letters that stand for a name: of its first word and of its last, `HV`. */
export function monogramOf(name: string): string {
  const words = name.split(/[\s'’-]+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('')
}
