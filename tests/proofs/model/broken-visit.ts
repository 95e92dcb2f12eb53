import { isAttended, isLive, type KnownAppointment } from '@/lib/domain/appointment/appointment'
import { replay } from '@/lib/domain/appointment/evolve'
import { plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { reminderTimes } from '@/lib/domain/schedule/reminder-times'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { clinic as lilas } from '@/prisma/demo/cast'
import { type Clinic, clock } from './clinic'
import { type CalendarRow, claimRows, load, overlapRows } from './database'
import { type History, overtakes } from './history'
import { isRetriedUnderneath } from './known-gaps'

const reverts = ['decline-appointment', 'revert-confirmation', 'revert-reschedule']

/** What must hold of one visit at rest, unless it was left to a person. Answers with sentences that do not hold. */
export function brokenVisit(clinic: Clinic, id: string, histories: readonly History[]): string[] {
  const { database, outside } = clinic
  const stream = load(database, id).filter(isOfAppointment)
  const visit = replay(stream.map(({ event }) => event))
  if (visit.state === 'absent') return [`${id} is absent`]
  if (isRetriedUnderneath(clinic, id)) return []
  const isLeft = leftOutOf(histories)
  const calendars = isLeft('calendar', ...reverts) ? [] : [outside.calendar, database.calendar]
  return [
    ...histories.flatMap((history) => brokenSuperseding(visit, history)),
    ...calendars.flatMap((calendar) => brokenEvent(visit, calendar.get(id))),
    ...(isLeft('release-previous-slot', ...reverts) ? [] : brokenClaims(clinic, visit)),
    ...(isLeft(...reminding, ...reverts) ? [] : brokenReminders(clinic, visit)),
  ]
}

const reminding = ['schedule-reminders', 'move-reminders', 'withdraw-reminders']

/** What was left to a person of what a visit's sagas do; what ended the visit takes everything away that was before. */
function leftOutOf(histories: readonly History[]) {
  const last = histories.findLastIndex(overtakes)
  const sagas = histories.slice(Math.max(last, 0)).map(({ saga }) => saga)
  const isStuck = sagas.some(({ status, outcome }) => status === 'FAILED' && outcome === null)
  const steps = sagas.flatMap((saga) => [...saga.passedOver, ...saga.skipped].map((step) => ({ saga, step })))
  return (...names: string[]) =>
    isStuck || steps.some(({ saga, step }) => names.some((name) => isAbout(saga, step, name)))
}

function isAbout(saga: Saga, step: string, name: string): boolean {
  return (undoneBy(step) ?? step) === name || plannedStep(saga, step).service === name
}

/** P1: a saga stops for nothing but the end of its visit, and a reminder also when there is nothing to remind of. */
function brokenSuperseding(visit: KnownAppointment, { saga, sagaId }: History): string[] {
  const isFree = saga.outcome !== 'superseded' || visit.state === 'ended' || saga.type === 'appointment-reminder'
  return isFree ? [] : [`P1: ${sagaId} stopped though ${visit.id} is live`]
}

/** P1, P6: one event with the visit's hour and standing, or none. */
function brokenEvent(visit: KnownAppointment, event: CalendarRow | undefined): string[] {
  if (visit.state === 'ended') {
    if (isAttended(visit)) return []
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
  // Where it was laid over another, what is claimed at every moment stands in `broken-on-the-way.ts`.
  if (overlapRows(clinic.database).some(({ appointment_id }) => appointment_id === visit.id)) return []
  const wanted = isLive(visit) || isAttended(visit) ? [visit.slot.startsAt] : []
  const isRight = claims.map(({ starts_at }) => starts_at).join() === wanted.join()
  return isRight ? [] : [`P1: ${visit.id} claims ${claims.length} slots instead of ${wanted.length}`]
}

/** P6, P15: a confirmed visit's reminders wait for their own times; others’ do not. */
function brokenReminders(clinic: Clinic, visit: KnownAppointment): string[] {
  const rows = [...clinic.database.reminders.values()].filter(({ appointmentId }) => appointmentId === visit.id)
  const waiting = rows.filter(({ status }) => status === 'waiting').map(({ dueAt }) => dueAt)
  const times = visit.state === 'confirmed' ? reminderTimes(visit.slot.startsAt, lilas.timeZone, clock(clinic)) : []
  const isRight =
    waiting.toSorted().join() ===
    times
      .map(({ dueAt }) => dueAt)
      .toSorted()
      .join()
  return isRight ? [] : [`P6: ${visit.id} has ${waiting.length} reminders waiting instead of ${times.length}`]
}
