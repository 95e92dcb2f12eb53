import { act, type Effects, mail, tell } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar/calendar'
import { setReminders, withdrawReminders } from '@/lib/adapters/reminders'
import { revertConfirmation } from '@/lib/commands/saga/revert-confirmation'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'

/** The doctor's yes: in the calendar, told with an invitation, reminders set. If that fails, it is a request again. */
export const appointmentConfirmed: Effects<'appointment-confirmed'> = {
  'update-calendar-event': act(({ entry, call }) => calendarOf(db()).updateEvent(entry, call), {
    undo: act(({ entry, call }) => calendarOf(db()).updateEvent({ ...entry, status: 'tentative' }, call)),
  }),

  ...tell('confirmed', { undo: 'confirmation_withdrawn' }),

  'schedule-reminders': act(({ appointment }) => setReminders(db(), appointment, isoNow()), {
    undo: act(({ appointmentId }) => withdrawReminders(db(), appointmentId)),
  }),

  'revert-confirmation': act((saga) => revertConfirmation(db(), saga, isoNow())),

  'email-doctor-not-confirmed': mail('not_confirmed'),
}
