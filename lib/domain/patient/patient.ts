import type { Merge } from './events'

/**
 * A person's record. With a merge that was not taken back it is an _alias_ and names its root; without one it is a root
 * itself. `absent` is the state before the first event.
 */
export type PatientRecord = { state: 'absent' } | Registered

export type Registered = {
  state: 'registered'
  id: string
  /** The merges that it went into a root by and that stand, the earliest first: the last says which root. */
  into: readonly Merge[]
  /** The merges into it that stand. */
  took: readonly Merge[]
}

/** Returns the id under which this person is known: the root's, or the record's own. */
export function rootOf({ id, into }: Registered): string {
  return into.at(-1)?.rootId ?? id
}

/** Returns the ids of all records that became aliases of this one, also while it is an alias itself. */
export function membersOf({ took }: Registered): string[] {
  return took.flatMap(({ members }) => members)
}
