import { act, type Effects, say } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar'
import { scheduleReminders, withdrawReminders } from '@/lib/adapters/reminders'
import { revertConfirmation } from '@/lib/commands/revert-confirmation'
import { db } from '@/lib/db/client'
import { reminderTimes } from '@/lib/domain/schedule/reminder-times'

/** The doctor's yes: in the calendar, told with an invitation, reminders set. If that fails, it is a request again. */
export const appointmentConfirmed: Effects<'appointment-confirmed'> = {
  'update-calendar-event': act(
    async ({ entry, call }) => calendarOf(db()).updateEvent(await entry('confirmed'), call),
    {
      undo: act(async ({ entry, call }) => calendarOf(db()).updateEvent(await entry('tentative'), call)),
    },
  ),

  'email-confirmation': say('confirmed', { undo: say('confirmation_withdrawn') }),

  'text-confirmation': say('text'),

  'schedule-reminders': act(
    async ({ appointmentId, facts }) => {
      const { slot, clinic } = await facts()
      const times = reminderTimes(slot.startsAt, clinic.timeZone, new Date().toISOString())
      await scheduleReminders(db(), appointmentId, times)
    },
    { undo: act(({ appointmentId }) => withdrawReminders(db(), appointmentId)) },
  ),

  'revert-confirmation': act(async (saga) => revertConfirmation(db(), saga, new Date().toISOString())),

  'email-doctor-not-confirmed': say('not_confirmed'),
}
