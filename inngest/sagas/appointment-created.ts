import { act, type Effects, mail, tell } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar/calendar'
import { setReminders, withdrawReminders } from '@/lib/adapters/reminders'
import { declineFailedBooking } from '@/lib/commands/saga/decline-failed-booking'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getVisitDetails } from '@/lib/queries/visit/visit-details'

/**
 * A request, or what is confirmed at once: into the doctor's calendar, and everybody told. If that fails for good, nothing
 * is left behind.
 */
export const appointmentCreated: Effects<'appointment-created'> = {
  'load-people': act(async ({ appointment }) => void (await getVisitDetails(db(), appointment))),

  'add-calendar-event': act(({ entry, call }) => calendarOf(db()).addEvent(entry, call), {
    undo: act(({ entry, call }) => calendarOf(db()).removeEvent(entry, call)),
  }),

  ...tell('requested'),

  'email-doctor': mail('request_to_confirm', { undo: mail('request_withdrawn') }),

  ...tell('confirmed'),

  'schedule-reminders': act(({ appointment }) => setReminders(db(), appointment, isoNow()), {
    undo: act(({ appointmentId }) => withdrawReminders(db(), appointmentId)),
  }),

  'email-doctor-booked': mail('booked', { undo: mail('request_withdrawn') }),

  'decline-appointment': act((saga) => declineFailedBooking(db(), saga, isoNow())),

  ...tell('not_booked'),
}
