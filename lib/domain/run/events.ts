/** What many small commands can be: each kind has its items, done one by one. */
export const runKinds = ['confirm', 'operate-sagas', 'align-calendar', 'closure'] as const

export type RunKind = (typeof runKinds)[number]

/**
 * What can have happened to a run. Ids and counts alone: what is to be done, and what became of each item, stands in rows
 * beside it. Instants are ISO strings with offset Z.
 */
export type RunEvent =
  /** `doctorId`: whose visits they are; null when they are of several. Until `beginsAt` nothing is done. */
  | {
      type: 'RunStarted'
      data: OfRun & { kind: RunKind; doctorId: string | null; count: number; beginsAt: string }
    }
  | { type: 'RunPaused'; data: OfRun }
  | { type: 'RunResumed'; data: OfRun }
  /** What was not done by then is never done. */
  | { type: 'RunStopped'; data: OfRun }
  | { type: 'RunFinished'; data: OfRun & Record<ItemOutcome, number> }

type OfRun = { runId: string }

/** What became of an item: `refused` has a name, `failed` is a fault of ours or of an outside service. */
export type ItemOutcome = 'done' | 'refused' | 'failed'
