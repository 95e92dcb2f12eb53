import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { lease, nextDue, releaseAllBut } from './lease'
import { limitOf } from './permits'
import type { NewRun } from './runs/journal'
import type { LeasedJob, Run } from './runs/run'

/** The jobs in hand: at most so many at once, and no more under a permit than it allows. */
export type Jobs = {
  /** Reserves the first call of a run that is about to be written, when it is due and nothing older waits. */
  offer: (run: NewRun) => { run: NewRun; leasedJob?: LeasedJob }
  /** Begins with a job that was reserved. */
  carry: (leasedJob: LeasedJob) => void
  /** Gives up a job that was reserved. */
  putDown: (leasedJob: LeasedJob) => void
  find: (lease: string) => LeasedJob | undefined
  /** Looks for due jobs now. */
  look: () => void
  /** Looks for due jobs when one is known to be due. */
  lookAt: (due: Date) => void
  /** Says whether the app behind a permit answers. One that does not is tried once in a while, and by one call. */
  setAway: (permit: string, isAway: boolean) => void
  /** Takes no more jobs and waits for those in hand, but not longer than this. */
  stop: (patienceMs: number) => Promise<void>
}

type Given = {
  pool: Pool
  carry: (leasedJob: LeasedJob) => Promise<void>
  onFault: (error: unknown) => void
}

const inHandMax = 100
const awayMs = 1_000
/** The table is the truth: it is looked at so often even when nothing is known to be due. */
const pollMs = 1_000

export function openJobs({ pool, carry, onFault }: Given): Jobs {
  const inHand = new Map<string, LeasedJob>()
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

  const limit = (permit: string) => {
    const until = awayUntil.get(permit)
    return until === undefined ? limitOf(permit) : Number(until <= Date.now())
  }
  const isFull = (permit: string) => (taken.get(permit) ?? 0) >= limit(permit)
  const hasRoom = ({ job }: Pick<LeasedJob, 'job'>) => inHand.size < inHandMax && !job.permits.some(isFull)

  function take(leasedJob: LeasedJob): void {
    inHand.set(leasedJob.lease, leasedJob)
    for (const permit of leasedJob.job.permits) taken.set(permit, (taken.get(permit) ?? 0) + 1)
  }

  function putDown(leasedJob: LeasedJob): void {
    inHand.delete(leasedJob.lease)
    for (const permit of leasedJob.job.permits) {
      const left = (taken.get(permit) ?? 1) - 1
      if (left > 0) taken.set(permit, left)
      else taken.delete(permit)
    }
    if (hasBacklog || leasedJob.job.permits.length > 1) look()
  }

  function start(leasedJob: LeasedJob): void {
    const work = carry(leasedJob)
      .catch(fail)
      .finally(() => {
        working.delete(work)
        putDown(leasedJob)
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
    for (const leasedJob of leased) {
      if (hasRoom(leasedJob)) {
        take(leasedJob)
        start(leasedJob)
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
      const leasedJob: LeasedJob = {
        lease: randomUUID(),
        job: { key: `${run.id}:start`, kind: 'call', stepId: null, attempt: 0, permits: run.permits },
        run: newborn(run),
      }
      if (isStopped || hasBacklog || run.runAt.getTime() > Date.now() || !hasRoom(leasedJob)) return { run }
      take(leasedJob)
      return { run: { ...run, lease: leasedJob.lease }, leasedJob }
    },
    carry: start,
    putDown(leasedJob) {
      isUnsure = true
      putDown(leasedJob)
    },
    find: (held) => inHand.get(held),
    look,
    lookAt: (due) => lookIn(due.getTime() - Date.now()),
    setAway(permit, isAway) {
      if (isAway) awayUntil.set(permit, Date.now() + awayMs)
      else if (awayUntil.delete(permit)) look()
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
