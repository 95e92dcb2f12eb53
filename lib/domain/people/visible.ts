/**
 * What nobody sees and a copied text brings along: soft hyphens, zero width, marks of direction (U+202A–U+202E,
 * U+2066–U+2069), what Unicode says to leave out where it is not understood, half a character, and all that steers a
 * terminal but tab and line break.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\p{Cs}]|[^\P{Cc}\t\n\r]/gu
/** Spaces that look like one and are another: those that do not break, of typesetting, and Braille's empty cell. */
const otherSpaces = /[\p{Zs}\u2800]/gu
const otherBreaks = /[\u2028\u2029]/g

/**
 * Returns a text as its reader sees it: what is invisible is gone, and every space is the plain one. Line breaks stay.
 * Two texts that look alike may still differ in their letters.
 */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '').replace(otherSpaces, ' ').replace(otherBreaks, '\n')
}

/** Returns what was meant as one word, such as a code: nothing invisible, no space, full-width letters as usual. */
export function asOneWord(text: string): string {
  return withoutInvisible(text).normalize('NFKC').replace(/\s/g, '')
}

/**
 * Returns what was meant as an e-mail address: as one word, but for a plain space inside a part of it. Whoever types
 * `jean martin@…` may have meant a point or nothing, and nobody is written to on a guess.
 */
export function asAddress(text: string): string {
  const pasted = text.replace(/[^\S ]/g, '')
  return withoutInvisible(pasted).normalize('NFKC').replace(/ *@ */g, '@').trim()
}
