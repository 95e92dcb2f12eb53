/** How a typed word fits one that is known: it is the word, it begins it, or it is a slip of a key or two away from it. */
export const fits = { same: 0, begun: 1, mistyped: 2 } as const
export type Fit = (typeof fits)[keyof typeof fits]

/** Returns how a typed word fits a known one, both folded; undefined when it does not. */
export function fitOf(typed: string, known: string): Fit | undefined {
  if (typed === known) return fits.same
  if (known.startsWith(typed)) return fits.begun
  const slips = slipsAllowed(typed)
  if (slips === 0) return undefined
  const isAsLong = Math.abs(typed.length - known.length) <= slips
  if (isAsLong && distance(typed, known) <= slips) return fits.mistyped
  // Half a word may be mistyped too: `gynoc` for gynécologie.
  const isHalf = typed.length >= 5 && known.length > typed.length
  return isHalf && distance(typed, known.slice(0, typed.length)) <= 1 ? fits.mistyped : undefined
}

/** Returns how far a typed word is from a known one: 0 is the same, 1 is another word altogether. */
export function farness(typed: string, known: string): number {
  const cut = known.length > typed.length ? Math.min(distance(typed, known.slice(0, typed.length)) + 1, 99) : 99
  return Math.min(distance(typed, known), cut) / Math.max(typed.length, 3)
}

/** In a word of three letters every slip makes another word. */
function slipsAllowed({ length }: string): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2
}

/**
 * Returns how many slips lie between two words: a letter too many, missing, wrong, or two that changed places (optimal
 * string alignment).
 */
function distance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const wrong = (last[column - 1] ?? 0) + (isSame ? 0 : 1)
      const swapped = isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, wrong, swapped))
    }
    ;[before, last] = [last, next]
  }
  return last.at(-1) ?? 0
}
