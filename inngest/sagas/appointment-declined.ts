import { act, type Effects, tell } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar/calendar'
import { db } from '@/lib/db/client'

/** The doctor's no: out of the calendar, and the patient is told why and when else. */
export const appointmentDeclined: Effects<'appointment-declined'> = {
  'remove-calendar-event': act(({ entry, call }) => calendarOf(db()).removeEvent(entry, call)),

  ...tell('declined'),
}
