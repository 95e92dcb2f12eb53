import type { SagaRow } from '@/lib/projections/saga'
import type { Action, Asked, Stop } from './actions'
import { awaitNext, awaitPatience } from './await'
import type { Worker } from './clinic'
import { type Clinic, idFrom, newId, type Work } from './clinic'
import { sagaRows } from './database'
import { passTime } from './outside'
import { carryOut, type Request, slots } from './requests'
import { runSaga } from './run-saga'
import { operateSaga } from './saga-commands'
import { relay, sweep } from './sweep'
import { crash, dismiss, isAwake, once, setToWork, workOn } from './worker'

/** Lets one thing happen. What cannot happen now, does not. */
export function happen(clinic: Clinic, action: Action): void {
  clinic.outside.fates = 'fates' in action ? [...action.fates] : []
  switch (action.happens) {
    case 'book':
      book(clinic, action)
      return
    case 'confirm':
    case 'decline':
    case 'record-no-show':
    case 'cancel':
    case 'reschedule':
      changeVisit(clinic, action)
      return
    case 'relay':
      relay(clinic, action.isLost)
      return
    case 'deliver':
    case 'carry': {
      const row = pick(likely(clinic, action.saga), action.saga)
      if (!row) return
      if (action.happens === 'carry' && action.isLate) awaitPatience(clinic, row)
      const run = runSaga(clinic, { sagaId: row.saga_id })
      if (action.happens === 'carry') carry(clinic, run, action.stops)
      return
    }
    case 'work':
      workSome(clinic, pick(clinic.workers, action.worker), action.steps)
      return
    case 'bustle':
      passTime(clinic, action.ms)
      begin(clinic, 'sweep', () => sweep(clinic), 'at once')
      everybodyWorks(clinic)
      return
    case 'crash': {
      const worker = pick(clinic.workers, action.worker)
      if (worker && action.isForgotten) dismiss(clinic, worker)
      else if (worker) crash(clinic, worker)
      return
    }
    case 'amnesia':
      clinic.workers = []
      return
    case 'pass':
      passTime(clinic, action.ms)
      return
    case 'await':
      awaitNext(clinic, action.what)
      return
    case 'sweep':
      begin(clinic, 'sweep', () => sweep(clinic), action.how)
      return
    case 'mood':
      clinic.outside.moods[action.service] = action.mood
      return
    case 'operate':
      operate(clinic, action)
      return
  }
}

/** Everybody who is awake works, in turns, until nobody is. Throws when there is no end to it. */
export function everybodyWorks(clinic: Clinic): void {
  for (let rounds = 0; rounds < longestRun; rounds++) {
    const awake = clinic.workers.filter((worker) => isAwake(clinic, worker))
    if (awake.length === 0) return
    for (const worker of awake) workOn(clinic, worker)
  }
  throw new Error('P2: those at work never come to rest')
}

function book(clinic: Clinic, { slot: number, sms, how, isAlready }: Extract<Action, { happens: 'book' }>): void {
  const requestId = newId(clinic)
  const about = { requestId, appointmentId: idFrom(requestId, 'visit') }
  const [slot, other] = [pick(slots, number), pick(slots, number + 1)]
  if (!slot || !other) return
  ask(clinic, { ...about, ask: 'create', slot, sms }, how)
  if (isAlready === 'booking') return
  const { moods } = clinic.outside
  clinic.outside.moods = { ...moods, ...(isAlready.endsWith('untold') && { mail: 'refuses' }) }
  carryVisit(clinic, about.appointmentId)
  clinic.outside.moods = moods
  if (isAlready === 'booked' || isAlready === 'untold') return
  ask(clinic, { ...about, requestId: newId(clinic), ask: 'confirm' }, 'at once')
  if (isAlready.startsWith('confirming')) return
  carryVisit(clinic, about.appointmentId)
  if (isAlready === 'confirmed') return
  ask(clinic, { ...about, requestId: newId(clinic), ask: 'reschedule', by: 'doctor', slot: other }, 'at once')
}

function carryVisit(clinic: Clinic, appointmentId: string): void {
  for (const { saga_id: sagaId, appointment_id } of sagaRows(clinic.database)) {
    if (appointment_id === appointmentId) workToRest(clinic, runSaga(clinic, { sagaId }))
  }
}

function carry(clinic: Clinic, run: Worker, stops: Stop): void {
  for (let times = 0; times < (stops?.times ?? 0); times++) {
    do workSome(clinic, run, 1)
    while (clinic.workers.includes(run) && isAwake(clinic, run) && run.standsBefore !== stops?.before)
  }
  if (!stops) workToRest(clinic, run)
  else if (stops.how === 'dead') crash(clinic, run)
  else if (stops.how === 'forgotten') dismiss(clinic, run)
  else run.wakeAt = Math.max(run.wakeAt, clinic.now + stops.how.away)
}

type ChangeAction = Extract<Action, { visit: number }>

function changeVisit(clinic: Clinic, action: ChangeAction): void {
  const visits = [...clinic.database.models.values()].flatMap(({ appointment }) => appointment)
  const visit = pick(visits, action.visit)
  if (!visit) return
  const about = { requestId: newId(clinic), appointmentId: visit.id }
  switch (action.happens) {
    case 'cancel':
      ask(clinic, { ...about, ask: 'cancel', by: action.by }, action.how)
      return
    case 'reschedule': {
      const slot = pick(slots, action.slot)
      if (slot) ask(clinic, { ...about, ask: 'reschedule', by: action.by, slot }, action.how)
      return
    }
    default:
      ask(clinic, { ...about, ask: action.happens }, action.how)
      return
  }
}

function ask(clinic: Clinic, request: Request, how: Asked): void {
  begin(clinic, request.ask, () => carryOut(clinic, request), how)
}

type OperateAction = Extract<Action, { happens: 'operate' }>

function operate(clinic: Clinic, { saga, operation, isStale, isPatient, how }: OperateAction): void {
  const row = pick(likely(clinic, saga).toSorted(byNeed), saga % 2 ? saga : 0)
  if (!row) return
  const driver = clinic.database.drivers.get(row.appointment_id)
  if (isPatient && driver) passTime(clinic, Math.max(Date.parse(driver.until) - clinic.now, 0))
  const version = Math.max(row.version - (isStale ? 1 : 0), 0)
  const request = { requestId: newId(clinic), sagaId: row.saga_id, operation, version, by: 'ada' }
  clinic.operations.push(request)
  begin(clinic, operation, () => operateSaga(clinic, request), how)
}

function byNeed(a: SagaRow, b: SagaRow): number {
  return Number(b.needs_attention) - Number(a.needs_attention)
}

function begin(clinic: Clinic, name: string, work: () => Work<unknown>, how: Asked): void {
  for (let times = how === 'twice' ? 2 : 1; times > 0; times--) {
    const worker = setToWork(clinic, { name, call: once(work), isCalledAgain: false })
    if (how === 'slowly') workOn(clinic, worker)
    else workToRest(clinic, worker)
  }
}

const longestRun = 500

function workToRest(clinic: Clinic, worker: Worker): void {
  workSome(clinic, worker, longestRun)
  if (clinic.workers.includes(worker) && isAwake(clinic, worker))
    throw new Error(`P2: ${worker.name} never comes to rest`)
}

/** A worker who has nothing left to do at once sleeps, or is gone. */
function workSome(clinic: Clinic, worker: Worker | undefined, steps: number): void {
  for (let step = 0; step < steps && worker && clinic.workers.includes(worker); step++) {
    if (!isAwake(clinic, worker)) return
    workOn(clinic, worker)
  }
}

/** The sagas that are still at work or ask for a person, and now and then any. */
function likely({ database }: Clinic, chance: number) {
  const rows = sagaRows(database)
  const loose = rows.filter(({ status, needs_attention }) => status !== 'COMPLETED' || needs_attention)
  return chance % 4 === 3 || loose.length === 0 ? rows : loose
}

function pick<T>(some: readonly T[], number: number): T | undefined {
  return some[number % Math.max(some.length, 1)]
}
