import { act, type Effects, say } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar'
import { declineFailedBooking } from '@/lib/commands/decline-failed-booking'
import { db } from '@/lib/db/client'

/** A request: into the doctor's calendar, and everybody told. If that fails for good, nothing is left behind. */
export const appointmentCreated: Effects<'appointment-created'> = {
  'load-people': act(async ({ facts }) => void (await facts())),

  'add-calendar-event': act(async ({ entry, call }) => calendarOf(db()).addEvent(await entry('tentative'), call), {
    undo: act(async ({ appointmentId, call }) => calendarOf(db()).removeEvent(appointmentId, call)),
  }),

  'email-patient': say('requested'),

  'email-doctor': say('request_to_confirm', { undo: say('request_withdrawn') }),

  'decline-appointment': act(async (saga) => declineFailedBooking(db(), saga, new Date().toISOString())),

  'email-patient-not-booked': say('not_booked'),
}
