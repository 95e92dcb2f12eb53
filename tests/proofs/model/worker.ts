import { hourMs } from '@/lib/domain/time'
import type { Clinic, Next, Work, Worker } from './clinic'

/** Mirrors Inngest's RetryAfterError, which asks to be called again. */
export class CallAgain extends Error {
  readonly at: string

  constructor(why: string, at: string) {
    super(why)
    this.at = at
  }
}

/**
 * The process was away for so long that what it was about to do can no longer be promised to do no harm: it has died.
 */
export class Perished extends Error {}

/** Sets somebody to work. */
export function setToWork(clinic: Clinic, worker: Pick<Worker, 'name' | 'call' | 'isCalledAgain'>): Worker {
  const made = {
    ...worker,
    body: undefined,
    standsBefore: undefined,
    wakeAt: clinic.now,
    workedAt: clinic.now,
    calls: 0,
  }
  clinic.workers.push(made)
  return made
}

/** Work that begins once and answers nothing. */
export function once(work: () => Work<unknown>): () => Work<Next> {
  return function* () {
    yield* work()
    return null
  }
}

export function isAwake({ now }: Clinic, { wakeAt }: Worker): boolean {
  return wakeAt <= now
}

/**
 * Lets somebody work on to the next place where others can come between. Answers whether there is more to do at once.
 */
export function workOn(clinic: Clinic, worker: Worker): boolean {
  if (!isAwake(clinic, worker)) return false
  if (worker.body && clinic.now > worker.workedAt + longestAwayMs) {
    crash(clinic, worker)
    return false
  }
  worker.body ??= call(worker)
  worker.workedAt = clinic.now
  try {
    const { done, value } = worker.body.next()
    worker.standsBefore = done ? undefined : value
    if (!done) return true
    worker.body = undefined
    worker.calls = 0
    if (value) worker.call = value
    else dismiss(clinic, worker)
    return value !== null
  } catch (error) {
    if (error instanceof Perished) crash(clinic, worker)
    else if (error instanceof CallAgain) sleep(clinic, worker, error.at)
    else throw error
    return false
  }
}

/** The process dies where it is. Inngest calls a run's body again after a while, if it still knows of it. */
export function crash(clinic: Clinic, worker: Worker): void {
  worker.body = undefined
  worker.wakeAt = clinic.now + 10_000
  if (!worker.isCalledAgain || worker.calls > maxCalls) dismiss(clinic, worker)
}

/** Nobody knows of it any more. */
export function dismiss({ workers }: Clinic, worker: Worker): void {
  const at = workers.indexOf(worker)
  if (at >= 0) workers.splice(at, 1)
}

/** A process that is away for longer is taken for dead: a mail's key outlives the patience with it by as much. */
const longestAwayMs = hourMs

/** Mirrors `retries` of inngest/functions/carry-saga.ts: Inngest gives up in the end. */
const maxCalls = 20

function call(worker: Worker): Work<Next> {
  worker.calls += 1
  return worker.call()
}

/** Mirrors `callAgain` of inngest/run-saga.ts: never within a second. */
function sleep(clinic: Clinic, worker: Worker, at: string): void {
  worker.body = undefined
  worker.wakeAt = Math.max(Date.parse(at), clinic.now + 1_000)
  if (worker.calls > maxCalls) dismiss(clinic, worker)
}
