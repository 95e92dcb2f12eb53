import type { Timing } from '@/lib/commands/calendar/align-visit'
import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { finish } from '@/lib/domain/run/change-run'
import type { ItemOutcome, RunKind } from '@/lib/domain/run/events'
import { minuteMs, msBetween, secondMs } from '@/lib/domain/time'
import { announce } from '@/lib/event-store/announce'
import { idFrom } from '@/lib/ids'
import { decideRun } from './change-run'
import type { Item, ItemResult } from './run-work'
import { runWorks } from './run-works'
import type { ItemInput } from './start-run'

/** So many items, or so long, is what one call does. */
const portionSize = 50
const portionMs = 10 * secondMs
/** An item that throws so often is a fault, and holds up none of the others. */
const triesOfItem = 3
/** Longer than any call of a service may take. */
const itemMs = minuteMs

type Portion = Timing & {
  /** Whether nothing further is to be begun. */
  isEnding?: () => boolean
  /** Told of each item, by its position, before it is done and before its result is recorded; the item waits for it. */
  reached?: (point: 'before' | 'after', runId: string, position: number) => Promise<void>
  /** Told of an item that threw again and again. */
  onFault: (error: unknown, item: Pick<Item, 'id'>) => void
}

/**
 * Does a run's next items, one after the other, each with its result in one commit. Returns whether some are left to be
 * done, or when to look again (ISO instant); not for a run that is paused, stopped or over. Nobody else does the same item meanwhile, and nothing is done once
 * the run was stopped. Throws when the database fails: then what was not recorded is done by the next call.
 */
export async function carryPortion(db: Db, runId: string, portion: Portion): Promise<boolean | string> {
  const { now, isEnding = () => false } = portion
  const begunAt = now()
  for (let count = 0; count < portionSize && msBetween(begunAt, now()) < portionMs; count++) {
    if (isEnding()) return true
    const became = await doNext(db, runId, portion)
    if (became === 'halted') return false
    if (became === 'none') return endIfAll(db, runId, portion)
  }
  return true
}

type Became = 'settled' | 'halted' | 'none'

async function doNext(db: Db, runId: string, portion: Portion): Promise<Became> {
  for (let tries = 1; ; tries++) {
    const about: { item?: Item } = {}
    try {
      const became = await db.$transaction((tx) => doOne(tx as Db, db, { runId, portion, about }), {
        timeout: itemMs,
        maxWait: itemMs,
      })
      announce(db, [{ of: 'run', run: runId }])
      return became
    } catch (error) {
      if (!about.item) throw error
      if (tries < triesOfItem) continue
      portion.onFault(error, about.item)
      return settleFailed(db, about.item, portion.now())
    }
  }
}

type One = { runId: string; portion: Portion; about: { item?: Item } }

/** One transaction: while it is open, nobody stops the run. */
async function doOne(db: Db, outside: Db, { runId, portion, about }: One): Promise<Became> {
  const now = portion.now()
  const run = await holdRun(db, runId, now)
  if (!run) return 'halted'
  const [next] = await db.$queryRaw<{ position: number; subjectId: string; input: ItemInput }[]>`
    select position, subject_id as "subjectId", input from run_item
    where run_id = ${runId}::uuid and outcome is null order by position limit 1 for update skip locked`
  if (!next) return 'none'
  const { kind, ...known } = run
  about.item = { id: idFrom(runId, next.subjectId), subjectId: next.subjectId, input: next.input, run: known }
  await portion.reached?.('before', runId, next.position)
  const result = await runWorks[kind].perform(db, outside, about.item, portion)
  await portion.reached?.('after', runId, next.position)
  await settle(db, about.item, result, now)
  return 'settled'
}

/** Keeps the run's row until the transaction ends, if it is to go on. */
async function holdRun(db: Db, runId: string, now: string): Promise<(Item['run'] & { kind: RunKind }) | undefined> {
  type Row = { kind: RunKind; doctorId: string | null; startedBy: string; input: ItemInput; words: Uint8Array | null }
  const [row] = await db.$queryRaw<Row[]>`
    select r.kind, r.doctor_id as "doctorId", r.started_by as "startedBy", o.input, o.words
    from run r join run_order o on o.run_id = r.id
    where r.id = ${runId}::uuid and r.state = 'running' and r.begins_at <= ${now}::timestamptz
    for share of r`
  if (!row) return undefined
  const { kind, doctorId, startedBy, input: order } = row
  const words = row.words ? open(row.words, 'run_order.words') : null
  return { id: runId, kind, doctorId, startedBy, order, words }
}

async function settle(db: Db, { subjectId, run }: Item, { outcome, said, endsAll }: ItemResult, now: string) {
  await db.runItem.updateMany({
    where: { runId: run.id, outcome: null, ...(!endsAll && { subjectId }) },
    data: { outcome, said, settledAt: now },
  })
}

async function settleFailed(db: Db, item: Item, now: string): Promise<Became> {
  return db.$transaction(async (tx) => {
    if (!(await holdRun(tx as Db, item.run.id, now))) return 'halted'
    await settle(tx as Db, item, { outcome: 'failed', said: null }, now)
    return 'settled'
  })
}

/**
 * Records that a run is over, if every item has its result and no further one is found. Returns whether some are left, or
 * when to look again (ISO instant).
 */
async function endIfAll(db: Db, runId: string, timing: Timing): Promise<boolean | string> {
  const now = timing.now()
  const counted = await db.runItem.groupBy({ by: ['outcome'], where: { runId }, _count: true })
  const count = (outcome: ItemOutcome | null) => counted.find((row) => row.outcome === outcome)?._count ?? 0
  if (count(null) > 0) return false
  const became = await db.$transaction(
    async (tx) => {
      const held = await holdRun(tx as Db, runId, now)
      if (!held) return undefined
      const again = await runWorks[held.kind].lookAgain?.(tx as Db, held, now)
      if (again && (again.added > 0 || again.until)) return again
      await runWorks[held.kind].end?.(db, held, count('failed') + count('refused'), timing)
      return held
    },
    { timeout: itemMs, maxWait: itemMs },
  )
  const results = { done: count('done'), refused: count('refused'), failed: count('failed') }
  if (!became) return false
  if ('added' in became) return became.added > 0 || (became.until ?? false)
  await decideRun(db, { runId, by: became.startedBy, now }, (known) => finish(known, results))
  return false
}
