import { act, type Effects, mail, tell } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar/calendar'
import { withdrawReminders } from '@/lib/adapters/reminders'
import { db } from '@/lib/db/client'

/** Called off: whatever earlier sagas had done is taken away, and both are told once. */
export const appointmentCancelled: Effects<'appointment-cancelled'> = {
  'remove-calendar-event': act(({ entry, call }) => calendarOf(db()).removeEvent(entry, call)),

  'withdraw-reminders': act(({ appointmentId }) => withdrawReminders(db(), appointmentId)),

  ...tell('cancelled'),

  'email-doctor-cancelled': mail('cancelled_doctor'),
}
