import type { Asked, Stop } from './actions'
import type { Clinic, Work, Worker } from './clinic'
import { crash, dismiss, isAwake, once, setToWork, workOn } from './worker'

/** How much one of them can have to do at once. */
const longestRun = 500

/** Everybody who is awake works, in turns, until nobody is. Throws when there is no end to it. */
export function everybodyWorks(clinic: Clinic): void {
  for (let rounds = 0; rounds < longestRun; rounds++) {
    const awake = clinic.workers.filter((worker) => isAwake(clinic, worker))
    if (awake.length === 0) return
    for (const worker of awake) workOn(clinic, worker)
  }
  throw new Error('P2: those at work never come to rest')
}

/** Somebody begins a piece of work that nobody repeats for them. */
export function begin(clinic: Clinic, name: string, work: () => Work<unknown>, how: Asked): void {
  for (let times = how === 'twice' ? 2 : 1; times > 0; times--) {
    const worker = setToWork(clinic, { name, call: once(work), isCalledAgain: false })
    if (how === 'slowly') workOn(clinic, worker)
    else workToRest(clinic, worker)
  }
}

/** A run goes as far as it goes by itself, or until its process stops. */
export function carry(clinic: Clinic, run: Worker, stops: Stop): void {
  for (let times = 0; times < (stops?.times ?? 0); times++) {
    do workSome(clinic, run, 1)
    while (clinic.workers.includes(run) && isAwake(clinic, run) && run.standsBefore !== stops?.before)
  }
  if (!stops) workToRest(clinic, run)
  else if (stops.how === 'dead') crash(clinic, run)
  else if (stops.how === 'forgotten') dismiss(clinic, run)
  else run.wakeAt = Math.max(run.wakeAt, clinic.now + stops.how.away)
}

/** One of them works until there is nothing left to do at once. Throws when there is no end to it. */
export function workToRest(clinic: Clinic, worker: Worker): void {
  workSome(clinic, worker, longestRun)
  if (clinic.workers.includes(worker) && isAwake(clinic, worker))
    throw new Error(`P2: ${worker.name} never comes to rest`)
}

/** One of them works for so many steps; who has nothing left to do at once sleeps, or is gone. */
export function workSome(clinic: Clinic, worker: Worker | undefined, steps: number): void {
  for (let step = 0; step < steps && worker && clinic.workers.includes(worker); step++) {
    if (!isAwake(clinic, worker)) return
    workOn(clinic, worker)
  }
}
