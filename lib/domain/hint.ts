/**
 * That something may have changed: of a run, a visit, of hours that somebody took, holds or let go of, or of the hours a doctor
 * keeps. What is null is not known, or any. Ids and instants (ISO) alone: it is a hint, and pages read again.
 */
export type Hint = {
  of: 'visit' | 'slot' | 'hours' | 'run'
  doctor: string | null
  visit: string | null
  run: string | null
  /** The visit waits for its doctor's answer. */
  isRequest: boolean
  from: string | null
  to: string | null
}

/** What a page shows, so far as it says so: of one visit, of one doctor, of a time. Of what is left out it shows all. */
export type Shown = {
  visit?: string
  run?: string
  doctor?: string
  range?: { from: string; to: string }
  /** Visits that are shown whenever they are, beside the range: those that wait for an answer. */
  requests?: readonly string[]
}

/** Returns whether a page that shows this has reason to read again. */
export function concerns(hint: Hint, { visit, run, doctor, range, requests }: Shown): boolean {
  if (run !== undefined) return hint.run === run
  if (visit !== undefined) return hint.visit === visit
  if (doctor !== undefined && hint.doctor !== null && hint.doctor !== doctor) return false
  // Every page of the desk says which runs are under way.
  if (hint.of === 'run') return true
  if (!range || overlaps(hint, range)) return true
  return requests !== undefined && (hint.isRequest || requests.includes(hint.visit ?? ''))
}

/** Returns whether a hint is of a visit or of the hours a doctor keeps, and not of an hour that a browser holds. */
export function isOfVisits({ of, visit }: Hint): boolean {
  return of !== 'slot' || visit !== null
}

function overlaps({ from, to }: Hint, range: { from: string; to: string }): boolean {
  const at = Date.parse
  return from === null || to === null || (at(from) < at(range.to) && at(range.from) < at(to))
}
