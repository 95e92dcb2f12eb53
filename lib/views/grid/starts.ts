/** A place in a grid: the number of the column, and the minute of its day. */
export type GridPlace = { column: number; minute: number }

/** A time at which a visit may begin (ISO instant), and where it is drawn. */
export type Start = GridPlace & { startsAt: string }

/** Returns the start of the same day that is nearest to a place and no further than `reach` minutes; or none. */
export function nearestStart(starts: readonly Start[], place: GridPlace, reach: number): Start | undefined {
  const far = ({ minute }: Start) => Math.abs(minute - place.minute)
  const [nearest] = starts
    .filter((start) => start.column === place.column && far(start) <= reach)
    .toSorted((a, b) => far(a) - far(b))
  return nearest
}

/** Where an arrow leads: to the start before or after on the clock, or to another day about the same time. */
export type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** Returns the start an arrow leads to; none where there is none further on. */
export function startAfter(starts: readonly Start[], place: GridPlace, step: Step): Start | undefined {
  const inOrder = starts.toSorted(compare)
  if (step === 'ArrowDown') return inOrder.find((start) => compare(start, place) > 0)
  if (step === 'ArrowUp') return inOrder.findLast((start) => compare(start, place) < 0)
  const others = step === 'ArrowRight' ? inOrder : inOrder.toReversed()
  const next = others.find(({ column }) => (step === 'ArrowRight' ? column > place.column : column < place.column))
  return next && nearestStart(starts, { column: next.column, minute: place.minute }, Number.POSITIVE_INFINITY)
}

/** Returns the starts that lie nearest to a place in the order of the clock, at most `count` of them. */
export function nearestStarts(starts: readonly Start[], place: GridPlace, count = 3): Start[] {
  const far = (start: Start) =>
    Math.abs(start.column - place.column) * dayMinutes + Math.abs(start.minute - place.minute)
  return starts
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, count)
    .toSorted(compare)
}

const dayMinutes = 24 * 60

function compare(one: GridPlace, other: GridPlace): number {
  return one.column - other.column || one.minute - other.minute
}
