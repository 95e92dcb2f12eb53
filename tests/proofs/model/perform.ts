import { type Effect, effectOf } from '@/inngest/effects'
import { known } from '@/inngest/perform'
import { sagas } from '@/inngest/sagas/sagas'
import type { Appointment, KnownAppointment } from '@/lib/domain/appointment/appointment'
import { declineFailedBooking } from '@/lib/domain/appointment/decline'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { releasePreviousSlot, revertReschedule } from '@/lib/domain/appointment/finish-reschedule'
import { revertConfirmation } from '@/lib/domain/appointment/revert-confirmation'
import { sequenceOf } from '@/lib/domain/appointment/sequence'
import type { StepResult } from '@/lib/domain/saga/decide'
import { plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { kindOf, type Said } from '@/lib/mails/render-message'
import { accept } from '@/lib/result'
import { changeAppointment } from './change-appointment'
import { type Clinic, clock, idFrom, type Work } from './clinic'
import type { CalendarRow } from './database'
import type { OpenSaga } from './open-saga'
import { callOutside, takeOnMail, takeOnSms, writeEvent } from './outside'
import { setReminders, withdrawReminders } from './reminders'

type Call = { key: string; lostSince: string | null; lastArrival: number }

/** The words of a step, from the product's own table; undefined when it does something else. */
export function messageKeyOf({ type, subject, turn }: Saga, step: string): string | undefined {
  const effect = effectOf(sagas[type] as Record<string, Effect>, step)
  if (!('say' in effect)) return undefined
  const { say } = effect
  const kind = say.word === 'again' ? `${say.channel}:again` : kindOf(say as Said)
  return [subject.id, kind, turn].join(':')
}

/** Mirrors `perform` of inngest/perform.ts. */
export function* perform(clinic: Clinic, open: OpenSaga, step: string, call: Call): Work<StepResult> {
  if (messageKeyOf(open.saga, step)) return yield* deliverMessage(clinic, open.saga, step, call)
  if (plannedStep(open.saga, step).service === 'calendar') return yield* tellCalendars(clinic, open, step, call)
  let isReached = false
  const result = callOutside(clinic, 'carnet', call, () => {
    isReached = true
  })
  if (isReached) yield* record(clinic, open, step)
  return result
}

/** Mirrors `deliverMessage` of lib/adapters/messages.ts. */
function* deliverMessage(clinic: Clinic, saga: Saga, step: string, call: Call): Work<StepResult> {
  const { key, lostSince } = call
  const row = clinic.database.messages.get(key)
  if (!row) throw new Error(`no message ${key}`)
  if (row.status === 'sent') return { ok: true }
  const { service } = plannedStep(saga, step)
  const takeOn = service === 'sms' ? () => takeOnSms(clinic, key, lostSince) : () => takeOnMail(clinic, key)
  const result = callOutside(clinic, service, call, takeOn)
  yield 'note that it was sent'
  if (result.ok) clinic.database.messages.set(key, { ...row, status: 'sent' })
  return result
}

/** Mirrors lib/adapters/calendar/calendar.ts: the doctor's own calendar, then the built-in one. */
function* tellCalendars(clinic: Clinic, open: OpenSaga, step: string, call: Call): Work<StepResult> {
  const appointmentId = open.saga.subject.id
  const { calendar } = clinic.outside
  const entry = entryFor(open, step)
  const change = () => {
    if (entry) writeEvent(calendar, appointmentId, entry)
    else calendar.delete(appointmentId)
  }
  const result = callOutside(clinic, 'calendar', call, change)
  if (!result.ok) return result
  yield 'write the built-in calendar'
  const { database } = clinic
  if (!entry) database.calendar.delete(appointmentId)
  else if (!database.tombstones.has(call.key)) writeEvent(database.calendar, appointmentId, entry)
  return result
}

/**
 * Mirrors the calendar's steps in inngest/sagas, and `entryOf` of inngest/perform.ts. Null when the event is removed.
 */
function entryFor({ saga, ...open }: OpenSaga, step: string): CalendarRow | null {
  const sequence = sequenceOf(saga.turn, undoneBy(step) !== undefined)
  const appointment = known(open.appointment)
  const entry = entryOf(appointment, sequence)
  switch (step) {
    case 'add-calendar-event':
    case 'update-calendar-event':
    case 'move-calendar-event':
      return entry
    case 'undo:update-calendar-event':
      return { ...entry, status: 'tentative' }
    case 'undo:move-calendar-event':
      return entryOf(open.before.state === 'absent' ? appointment : open.before, sequence)
    case 'undo:add-calendar-event':
    case 'remove-calendar-event':
      return null
    default:
      throw new Error(`nobody knows what ${step} tells a calendar`)
  }
}

function entryOf({ slot, state }: KnownAppointment, sequence: number): CalendarRow {
  const { startsAt, endsAt } = slot
  return { startsAt, endsAt, status: state === 'confirmed' ? 'confirmed' : 'tentative', sequence }
}

/** Mirrors what the steps in inngest/sagas do with Carnet's own database. */
function* record(clinic: Clinic, { saga, ...open }: OpenSaga, step: string): Work<void> {
  const { subject, turn } = saga
  const appointmentId = subject.id
  switch (step) {
    case 'load-people':
      return
    case 'schedule-reminders':
    case 'move-reminders':
      return setReminders(clinic, known(open.appointment))
    case 'undo:move-reminders':
      return setReminders(clinic, known(open.before))
    case 'undo:schedule-reminders':
    case 'withdraw-reminders':
      return withdrawReminders(clinic, appointmentId)
    case 'decline-appointment':
      return yield* change(clinic, saga, step, declineFailedBooking)
    case 'revert-confirmation':
      return yield* change(clinic, saga, step, (appointment) => revertConfirmation(appointment, turn))
    case 'release-previous-slot':
      return yield* change(clinic, saga, step, (appointment) => releasePreviousSlot(appointment, turn))
    case 'revert-reschedule':
      return yield* change(clinic, saga, step, (appointment) => revertReschedule(appointment, turn))
    default:
      throw new Error(`nobody knows what ${step} does`)
  }
}

/** Mirrors lib/commands/saga/decline-failed-booking.ts, revert-confirmation.ts and finish-reschedule.ts. */
function* change(
  clinic: Clinic,
  { sagaId, subject }: Saga,
  name: string,
  decide: (appointment: Appointment) => AppointmentEvent[],
): Work<void> {
  const change = { appointmentId: subject.id, commandId: idFrom(sagaId, name), actor: sagaId, now: clock(clinic) }
  yield* changeAppointment(clinic, change, (appointment) => accept(decide(appointment)))
}
