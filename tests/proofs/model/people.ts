import { laterBy, msBetween } from '@/lib/domain/time'
import type { SagaRow } from '@/lib/projections/saga'
import type { Action, Asked } from './actions'
import { begin, workToRest } from './at-work'
import { type Clinic, idFrom, newId } from './clinic'
import { sagaRows } from './database'
import { passTime } from './outside'
import { likely, pick } from './pick'
import { runSaga } from './run-saga'
import { operateSaga } from './saga-commands'
import { carryOut, slots, type VisitCommand } from './visit-commands'

type Of<Name extends Action['happens']> = Extract<Action, { happens: Name }>

/** A patient books, and what they and the doctor have done since was carried out. */
export function book(clinic: Clinic, { slot: number, reach, isAtOnce, how, isAlready }: Of<'book'>): void {
  const requestId = newId(clinic)
  const about = { requestId, appointmentId: idFrom(requestId, 'visit') }
  const [slot, other] = [pick(slots, number), pick(slots, number + 1)]
  if (!slot || !other) return
  ask(clinic, { ...about, ask: 'create', slot, reach, isAtOnce }, how)
  if (isAlready === 'booking') return
  if (isAlready.endsWith('untold')) whileMailRefuses(clinic, () => carryVisit(clinic, about.appointmentId))
  else carryVisit(clinic, about.appointmentId)
  if (isAlready === 'booked' || isAlready === 'untold') return
  ask(clinic, { ...about, requestId: newId(clinic), ask: 'confirm' }, 'at once')
  if (isAlready.startsWith('confirming')) return
  carryVisit(clinic, about.appointmentId)
  if (isAlready === 'confirmed') return
  ask(clinic, { ...about, requestId: newId(clinic), ask: 'reschedule', by: 'doctor', slot: other }, 'at once')
}

/** The desk lays a visit over whatever is there. */
export function overbook(clinic: Clinic, { slot: number, isBetween, reach, how }: Of<'overbook'>): void {
  const requestId = newId(clinic)
  const found = pick(slots, number)
  if (!found) return
  const ms = isBetween ? msBetween(found.startsAt, found.endsAt) / 2 : 0
  const slot = { ...found, startsAt: laterBy(found.startsAt, ms), endsAt: laterBy(found.endsAt, ms) }
  ask(clinic, { requestId, appointmentId: idFrom(requestId, 'visit'), ask: 'overbook', slot, reach }, how)
}

/** The clinic keeps for now what it cannot tell anybody. */
function whileMailRefuses(clinic: Clinic, work: () => void): void {
  const { onMessageRefused, outside } = clinic
  const { moods } = outside
  outside.moods = { ...moods, mail: 'refuses' }
  clinic.onMessageRefused = 'attention'
  work()
  outside.moods = moods
  clinic.onMessageRefused = onMessageRefused
}

function carryVisit(clinic: Clinic, appointmentId: string): void {
  for (const { saga_id: sagaId, subject_id } of sagaRows(clinic.database)) {
    if (subject_id === appointmentId) workToRest(clinic, runSaga(clinic, { sagaId }))
  }
}

/** Somebody changes a visit. */
export function changeVisit(clinic: Clinic, action: Extract<Action, { visit: number }>): void {
  const visits = [...clinic.database.models.values()].flatMap(({ appointment }) => appointment)
  const visit = pick(visits, action.visit)
  if (!visit) return
  const about = { requestId: newId(clinic), appointmentId: visit.id }
  switch (action.happens) {
    case 'correct-contact':
      ask(clinic, { ...about, ask: 'correct-contact', channel: action.channel }, action.how)
      return
    case 'cancel':
      ask(clinic, { ...about, ask: 'cancel', by: action.by }, action.how)
      return
    case 'reschedule': {
      const slot = pick(slots, action.slot)
      if (slot) ask(clinic, { ...about, ask: 'reschedule', by: action.by, slot }, action.how)
      return
    }
    case 'revert-attendance':
      ask(clinic, { ...about, ask: 'revert-attendance', of: action.of }, action.how)
      return
    default:
      ask(clinic, { ...about, ask: action.happens }, action.how)
      return
  }
}

function ask(clinic: Clinic, request: VisitCommand, how: Asked): void {
  begin(clinic, request.ask, () => carryOut(clinic, request), how)
}

/** An operator does something about a saga; sooner about one that asks for a person. */
export function operate(clinic: Clinic, { saga, operation, isStale, isPatient, how }: Of<'operate'>): void {
  const row = pick(likely(clinic, saga).toSorted(byNeed), saga % 2 ? saga : 0)
  if (!row) return
  const driver = clinic.database.drivers.get(row.subject_id)
  if (isPatient && driver) passTime(clinic, Math.max(Date.parse(driver.until) - clinic.now, 0))
  const version = Math.max(row.version - (isStale ? 1 : 0), 0)
  const request = { requestId: newId(clinic), sagaId: row.saga_id, operation, version, by: 'ada' }
  clinic.operations.push(request)
  begin(clinic, operation, () => operateSaga(clinic, request), how)
}

function byNeed(a: SagaRow, b: SagaRow): number {
  return Number(b.needs_attention) - Number(a.needs_attention)
}
