/** Returns the text as it stands inside a sentence: `Pédiatrie` is `pédiatrie`, and `ORL` stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
