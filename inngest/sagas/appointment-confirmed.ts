import { act, type Effects, mail, text } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar'
import { setReminders, withdrawReminders } from '@/lib/adapters/reminders'
import { revertConfirmation } from '@/lib/commands/revert-confirmation'
import { db } from '@/lib/db/client'

/** The doctor's yes: in the calendar, told with an invitation, reminders set. If that fails, it is a request again. */
export const appointmentConfirmed: Effects<'appointment-confirmed'> = {
  'update-calendar-event': act(({ entry, call }) => calendarOf(db()).updateEvent(entry, call), {
    undo: act(({ entry, call }) => calendarOf(db()).updateEvent({ ...entry, status: 'tentative' }, call)),
  }),

  'email-confirmation': mail('confirmed', { undo: mail('confirmation_withdrawn') }),

  'text-confirmation': text('confirmed', { undo: text('confirmation_withdrawn') }),

  'schedule-reminders': act(({ appointment }) => setReminders(db(), appointment, new Date().toISOString()), {
    undo: act(({ appointmentId }) => withdrawReminders(db(), appointmentId)),
  }),

  'revert-confirmation': act((saga) => revertConfirmation(db(), saga, new Date().toISOString())),

  'email-doctor-not-confirmed': mail('not_confirmed'),
}
