import type { Timing } from '@/lib/commands/calendar/align-visit'
import type { Db } from '@/lib/db/client'
import type { ItemOutcome } from '@/lib/domain/run/events'
import type { ItemInput } from './start-run'

/** One item, as whoever does it is told of it. */
export type Item = {
  /** Follows from the run and what it is about: the command's id, so that done twice is once. */
  id: string
  subjectId: string
  input: ItemInput
  run: { id: string; doctorId: string | null; startedBy: string; order: ItemInput; words: string | null }
}

/** What became of an item; `endsAll` when no other can be done either, for the same reason. */
export type ItemResult = { outcome: ItemOutcome; said: string | null; endsAll?: boolean }

export type RunWork = {
  /**
   * Does one item. What it records by `db` is one commit with its result; `outside` is for what calls a service, and is
   * not rolled back. Throws on a fault.
   */
  perform: (db: Db, outside: Db, item: Item, timing: Timing) => Promise<ItemResult>
  /**
   * Looks whether there are further items once all have their result, and adds them. Returns how many, and until when (ISO
   * instant) there may be more; null when there are none for good.
   */
  lookAgain?: (db: Db, run: Item['run'], now: string) => Promise<{ added: number; until: string | null }>
  /** What comes after the last item, given how many failed or were refused. Safe to repeat. */
  end?: (db: Db, run: Item['run'], notDone: number, timing: Timing) => Promise<void>
}

/** Returns what became of an item that one command did or refused. */
export function resultOf(result: { ok: true } | { ok: false; refused: string }): ItemResult {
  return result.ok ? { outcome: 'done', said: null } : { outcome: 'refused', said: result.refused }
}
