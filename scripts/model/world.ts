import { isLive, type KnownAppointment } from '@/lib/domain/appointment/appointment'
import { replay } from '@/lib/domain/appointment/evolve'
import { plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { reminderTimes } from '@/lib/domain/schedule/reminder-times'
import { isOfAppointment } from '@/lib/event-store/recorded'
import { clinic as lilas } from '@/prisma/cast'
import { type Clinic, clock } from './clinic'
import { type CalendarRow, claimRows, load, sagaRows } from './database'
import { eventsOf, type History, histories, isRepeatedBy, overtakes } from './history'
import { isRetriedUnderneath } from './known-gaps'
import { replaySaga } from './open-saga'

/** What must hold of the world when everything is at rest. Answers with sentences that do not hold. */
export function brokenAtRest(clinic: Clinic): string[] {
  const told = histories(clinic).map((history) => ({ history, saga: replaySaga(history.events) }))
  const visits = told.filter(({ history }) => history.born.turn === 1).map(({ saga }) => saga.appointmentId)
  return [
    ...clinic.database.outbox.filter(({ status }) => status !== 'ACKED').map(({ eventId }) => `P8: ${eventId} is lost`),
    ...told.flatMap((one) => [...brokenEnd(one), ...brokenWords(clinic, one)]),
    ...visits.flatMap((id) =>
      brokenVisit(
        clinic,
        id,
        told.filter(({ saga }) => saga.appointmentId === id),
      ),
    ),
    ...brokenAttention(clinic),
  ]
}

type Told = { history: History; saga: Saga }

/** P1, P2: done, undone, superseded by what ended the visit, or asking for a person. */
function brokenEnd({ saga, history }: Told): string[] {
  const { sagaId, status, outcome } = saga
  if (status === 'RUNNING' || status === 'COMPENSATING') return [`P2: ${sagaId} is still ${status}`]
  if (outcome === 'superseded') return []
  const isAsking = saga.needsAttention || eventsOf(history, 'AttentionResolved').length > 0
  if (outcome === null) return isAsking ? [] : [`P1: ${sagaId} gave up and asks for nobody`]
  if (saga.passedOver.length > 0 && !isAsking) return [`P1: ${sagaId} passed over a step and asks for nobody`]
  const steps = outcome === 'done' ? saga.plan.steps : [...undosDue(saga), ...saga.plan.afterUndo]
  const missing = steps.filter(({ name }) => !hasSucceeded(saga, name) && !isLeftOut(saga, name))
  return missing.length > 0 ? [`P1: ${sagaId} ended ${outcome} without ${missing.map(({ name }) => name)}`] : []
}

/** The undo of every step that succeeded. */
function undosDue(saga: Saga) {
  return saga.plan.steps
    .filter(({ name, undo }) => undo && hasSucceeded(saga, name))
    .map((step) => ({ ...step, name: `undo:${step.name}` }))
}

function hasSucceeded({ attempts }: Saga, step: string): boolean {
  return attempts.some((attempt) => attempt.step === step && attempt.outcome === 'succeeded')
}

function isLeftOut({ passedOver, skipped }: Saga, step: string): boolean {
  return passedOver.includes(step) || skipped.includes(step)
}

/** P3: a message goes out once when its step succeeded, and otherwise once at most. */
function brokenWords(clinic: Clinic, { saga, history }: Told): string[] {
  const words = saga.attempts.filter(({ step }) => ['mail', 'sms'].includes(plannedStep(saga, step).service))
  return [...new Set(words.map(({ key }) => key))].flatMap((key) => {
    const count = clinic.outside.mail.get(key)?.length ?? clinic.outside.sms.get(key)?.length ?? 0
    const isSaid = words.some((word) => word.key === key && word.outcome === 'succeeded')
    if (isSaid && count === 0) return [`P1: ${key} was never sent`]
    if (count < 2 || isRepeatedBy('ada', history, key)) return []
    return [`P3: ${key} was sent ${count} times`]
  })
}

/** What was left to a person of what a visit's sagas do; what ended the visit takes everything away that was before. */
function leftOutOf(told: readonly Told[]) {
  const last = told.findLastIndex(({ history }) => overtakes(history))
  const sagas = told.slice(Math.max(last, 0)).map(({ saga }) => saga)
  const isStuck = sagas.some(({ status, outcome }) => status === 'FAILED' && outcome === null)
  const steps = sagas.flatMap((saga) => [...saga.passedOver, ...saga.skipped].map((step) => ({ saga, step })))
  return (...names: string[]) =>
    isStuck || steps.some(({ saga, step }) => names.some((name) => isAbout(saga, step, name)))
}

function isAbout(saga: Saga, step: string, name: string): boolean {
  return (undoneBy(step) ?? step) === name || plannedStep(saga, step).service === name
}

const reverts = ['decline-appointment', 'revert-confirmation', 'revert-reschedule']

function brokenVisit(clinic: Clinic, id: string, told: readonly Told[]): string[] {
  const { database } = clinic
  const visit = replay(
    load(database, id)
      .filter(isOfAppointment)
      .map(({ event }) => event),
  )
  if (visit.state === 'absent') return [`${id} is absent`]
  if (isRetriedUnderneath(clinic, id)) return []
  const isLeftOut = leftOutOf(told)
  const broken: string[] = []
  if (!isLeftOut('calendar', ...reverts)) {
    for (const calendar of [clinic.outside.calendar, database.calendar])
      broken.push(...brokenEvent(visit, calendar.get(id)))
  }
  if (!isLeftOut('release-previous-slot', ...reverts)) broken.push(...brokenClaims(clinic, visit))
  if (!isLeftOut('schedule-reminders', 'move-reminders', 'withdraw-reminders', ...reverts)) {
    broken.push(...brokenReminders(clinic, visit))
  }
  return broken
}

/** P1, P6: one event with the visit's hour and standing, or none. */
function brokenEvent(visit: KnownAppointment, event: CalendarRow | undefined): string[] {
  if (visit.state === 'ended') {
    if (visit.how === 'no_show') return []
    return event ? [`P1: ${visit.id} has ended and stands in a calendar`] : []
  }
  if (!event) return [`P1: ${visit.id} is live and stands in no calendar`]
  const status = visit.state === 'confirmed' ? 'confirmed' : 'tentative'
  const isRight =
    event.startsAt === visit.slot.startsAt && event.endsAt === visit.slot.endsAt && event.status === status
  return isRight ? [] : [`P1: ${visit.id} is ${status} at ${visit.slot.startsAt}, but the calendar says otherwise`]
}

/** P1, P6: the claim of the visit's own slot and no other; none once it was called off or declined. */
function brokenClaims(clinic: Clinic, visit: KnownAppointment): string[] {
  const claims = claimRows(clinic.database).filter(({ appointment_id }) => appointment_id === visit.id)
  const wanted = isLive(visit) || visit.how === 'no_show' ? [visit.slot.startsAt] : []
  const isRight = claims.map(({ starts_at }) => starts_at).join() === wanted.join()
  return isRight ? [] : [`P1: ${visit.id} claims ${claims.length} slots instead of ${wanted.length}`]
}

/** P6, P15: a confirmed visit's reminders wait for their own times; others’ do not. */
function brokenReminders({ database, ...clinic }: Clinic, visit: KnownAppointment): string[] {
  const rows = [...database.reminders.values()].filter(({ appointmentId }) => appointmentId === visit.id)
  const waiting = rows.filter(({ status }) => status === 'waiting').map(({ dueAt }) => dueAt)
  const now = clock({ database, ...clinic })
  const wanted = visit.state === 'confirmed' ? reminderTimes(visit.slot.startsAt, lilas.timeZone, now) : []
  const isRight =
    waiting.toSorted().join() ===
    wanted
      .map(({ dueAt }) => dueAt)
      .toSorted()
      .join()
  return isRight ? [] : [`P6: ${visit.id} has ${waiting.length} reminders waiting instead of ${wanted.length}`]
}

/** P1: what a row of the dashboard says is what the events say. */
function brokenAttention({ database }: Clinic): string[] {
  return sagaRows(database).flatMap(({ saga_id, needs_attention }) => {
    const { needsAttention } = replaySaga(load(database, saga_id))
    return needsAttention === needs_attention ? [] : [`${saga_id} needs attention and is not shown`]
  })
}
