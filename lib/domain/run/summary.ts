import type { ItemOutcome, RunKind } from './events'
import type { RunState } from './run'

/** What a run does, in one word: its kind, and where a kind does several things, which. */
export type RunWhat = 'confirm' | 'retry' | 'compensate' | 'resolve' | 'compare' | 'leave' | 'closure'

/** How a run stands. Instants are ISO strings. */
export type RunSummary = Record<ItemOutcome, number> & {
  id: string
  kind: RunKind
  what: RunWhat
  state: RunState
  doctorId: string | null
  /** Every item, and those that have no result yet. */
  total: number
  left: number
  beginsAt: string
  createdAt: string
  updatedAt: string
  /** Who started it; empty for one who has no account any more. */
  startedBy: string
  /** About how many milliseconds it still takes, while it is at work and that can be told. */
  leftMs: number | undefined
}

/** One item of a run, with the visit it is about. Instants are ISO strings. */
export type RunItemView = {
  subjectId: string
  /** Null until it was tried. */
  outcome: ItemOutcome | null
  /** The name of what was refused, or one word on what was done. */
  said: string | null
  visit: { id: string; patientName: string; phone: string | null; startsAt: string } | null
}
