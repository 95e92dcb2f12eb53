/** From and up to, in minutes of a day; the end is no part of it. */
export type Drawn = { from: number; to: number }

/** The part of a column's width that something has: from which lane on, of how many, and how many of them. */
export type Lane = { lane: number; lanes: number; span: number }

/**
 * Returns entries in the order of the clock, each with its lane. Two stand side by side only when they have a minute in
 * common: what overlaps nothing has the whole width, and one that overlaps few takes the lanes that are free beside it.
 */
export function inLanes<Entry extends Drawn>(entries: readonly Entry[]): (Entry & Lane)[] {
  const inOrder = entries.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return groupsOf(inOrder).flatMap((group) => {
    const placed: (Entry & { lane: number })[] = []
    for (const entry of group) {
      const taken = placed.filter((other) => meet(other, entry)).map(({ lane }) => lane)
      const lane = group.findIndex((_, index) => !taken.includes(index))
      placed.push({ ...entry, lane })
    }
    const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1
    return placed.map((entry) => {
      const beside = placed.filter((other) => other.lane > entry.lane && meet(other, entry))
      return { ...entry, lanes, span: Math.min(lanes, ...beside.map(({ lane }) => lane)) - entry.lane }
    })
  })
}

/** Returns the entries, which are in order, in groups between which there is a line that cuts none. */
function groupsOf<Entry extends Drawn>(inOrder: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const entry of inOrder) {
    if (entry.from < until) groups.at(-1)?.push(entry)
    else groups.push([entry])
    until = Math.max(until, entry.to)
  }
  return groups
}

function meet(one: Drawn, other: Drawn): boolean {
  return one.from < other.to && other.from < one.to
}
