import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { NewRun } from './journal'
import { lease, nextDue, releaseAllBut } from './lease'
import type { Run, Visit } from './run'
import { limitOf } from './slots'

/** The jobs in hand: at most so many at once, and no more for a slot than it allows. */
export type Visits = {
  /** Reserves the first call of a run that is about to be written, when it is due and nothing older waits. */
  offer: (run: NewRun) => { run: NewRun; visit?: Visit }
  /** Begins with a job that was reserved. */
  carry: (visit: Visit) => void
  /** Gives up a job that was reserved. */
  putDown: (visit: Visit) => void
  find: (lease: string) => Visit | undefined
  /** Looks for due jobs now. */
  look: () => void
  /** Looks for due jobs when one is known to be due. */
  lookAt: (due: Date) => void
  /** Whether the app behind a slot answers. One that does not is tried once in a while, and by one call. */
  setAway: (slot: string, isAway: boolean) => void
  /** Takes no more jobs and waits for those in hand, but not longer than this. */
  stop: (patienceMs: number) => Promise<void>
}

type Given = {
  pool: Pool
  carry: (visit: Visit) => Promise<void>
  onFault: (error: unknown) => void
}

const inHandMax = 100
const awayMs = 1_000
/** The table is the truth: it is looked at so often even when nothing is known to be due. */
const pollMs = 1_000

export function openVisits({ pool, carry, onFault }: Given): Visits {
  const inHand = new Map<string, Visit>()
  const taken = new Map<string, number>()
  const awayUntil = new Map<string, number>()
  const working = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY
  let isStopped = false
  /** Due jobs may wait in the table. */
  let hasBacklog = true
  /** Jobs may be leased that are not in hand: taken in vain, or a write failed, or what it answered was lost. */
  let isUnsure = false
  let looking: Promise<void> | undefined
  let again = false

  const limit = (slot: string) => {
    const until = awayUntil.get(slot)
    return until === undefined ? limitOf(slot) : Number(until <= Date.now())
  }
  const isFull = (slot: string) => (taken.get(slot) ?? 0) >= limit(slot)
  const hasRoom = ({ job }: Pick<Visit, 'job'>) => inHand.size < inHandMax && !job.slots.some(isFull)

  function take(visit: Visit): void {
    inHand.set(visit.lease, visit)
    for (const slot of visit.job.slots) taken.set(slot, (taken.get(slot) ?? 0) + 1)
  }

  function putDown(visit: Visit): void {
    inHand.delete(visit.lease)
    for (const slot of visit.job.slots) {
      const left = (taken.get(slot) ?? 1) - 1
      if (left > 0) taken.set(slot, left)
      else taken.delete(slot)
    }
    if (hasBacklog || visit.job.slots.length > 1) look()
  }

  function start(visit: Visit): void {
    const work = carry(visit)
      .catch(fail)
      .finally(() => {
        working.delete(work)
        putDown(visit)
      })
    working.add(work)
  }

  function fail(error: unknown): void {
    isUnsure = true
    onFault(error)
  }

  function look(): void {
    again = looking !== undefined
    looking ??= leaseDue()
      .catch(fail)
      .finally(() => {
        looking = undefined
        if (again) look()
      })
  }

  async function leaseDue(): Promise<void> {
    if (isStopped) return
    clearTimeout(timer)
    timerAt = Number.POSITIVE_INFINITY
    lookIn(pollMs)
    const now = new Date()
    const room = inHandMax - inHand.size
    hasBacklog = true
    if (room === 0) return
    const full = [...taken.keys(), ...awayUntil.keys()].filter(isFull)
    const leased = await lease(pool, { now, count: room, full })
    for (const visit of leased) {
      if (hasRoom(visit)) {
        take(visit)
        start(visit)
      } else isUnsure = true
    }
    if (isUnsure) {
      isUnsure = false
      await releaseAllBut(pool, [...inHand.keys()])
    }
    hasBacklog = leased.length === room
    const due = await nextDue(pool, full)
    if (due) lookIn(due.getTime() - Date.now())
  }

  function lookIn(ms: number): void {
    const at = Date.now() + Math.max(ms, 0)
    if (isStopped || at >= timerAt) return
    clearTimeout(timer)
    timer = setTimeout(look, at - Date.now())
    timerAt = at
  }

  look()
  return {
    offer(run) {
      const visit: Visit = {
        lease: randomUUID(),
        job: { key: `${run.id}:start`, kind: 'call', stepId: null, attempt: 0, slots: run.slots },
        run: newborn(run),
      }
      if (isStopped || hasBacklog || run.runAt.getTime() > Date.now() || !hasRoom(visit)) return { run }
      take(visit)
      return { run: { ...run, lease: visit.lease }, visit }
    },
    carry: start,
    putDown(visit) {
      isUnsure = true
      putDown(visit)
    },
    find: (held) => inHand.get(held),
    look,
    lookAt: (due) => lookIn(due.getTime() - Date.now()),
    setAway(slot, isAway) {
      if (isAway) awayUntil.set(slot, Date.now() + awayMs)
      else if (awayUntil.delete(slot)) look()
    },
    async stop(patienceMs) {
      isStopped = true
      clearTimeout(timer)
      await looking
      const late = new Promise((resolve) => setTimeout(resolve, patienceMs).unref())
      await Promise.race([Promise.all(working), late])
    },
  }
}

function newborn({ id, functionId, event, parent }: NewRun): Run {
  return { id, functionId, event, version: -1, isPlanning: false, isInvoked: parent !== undefined, steps: [] }
}
