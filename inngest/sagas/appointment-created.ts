import { act, type Effects, mail, text } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar'
import { declineFailedBooking } from '@/lib/commands/decline-failed-booking'
import { db } from '@/lib/db/client'
import { getVisitFacts } from '@/lib/queries/visit-facts'

/** A request: into the doctor's calendar, and everybody told. If that fails for good, nothing is left behind. */
export const appointmentCreated: Effects<'appointment-created'> = {
  'load-people': act(async ({ appointment }) => void (await getVisitFacts(db(), appointment))),

  'add-calendar-event': act(({ entry, call }) => calendarOf(db()).addEvent(entry, call), {
    undo: act(({ entry, call }) => calendarOf(db()).removeEvent(entry, call)),
  }),

  'email-patient': mail('requested'),

  'email-doctor': mail('request_to_confirm', { undo: mail('request_withdrawn') }),

  'text-patient': text('requested'),

  'decline-appointment': act((saga) => declineFailedBooking(db(), saga, new Date().toISOString())),

  'email-patient-not-booked': mail('not_booked'),

  'text-not-booked': text('not_booked'),
}
