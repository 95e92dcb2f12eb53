import { act, type Effects, mail, text } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar'
import { setReminders } from '@/lib/adapters/reminders'
import { releasePreviousSlot, revertReschedule } from '@/lib/commands/settle-reschedule'
import { db } from '@/lib/db/client'

/** A move: both slots are held until everybody knows, then the old one is let go. If that fails, nothing has moved. */
export const appointmentRescheduled: Effects<'appointment-rescheduled'> = {
  'move-calendar-event': act(({ entry, call }) => calendarOf(db()).updateEvent(entry, call), {
    undo: act(({ entryBefore, call }) => calendarOf(db()).updateEvent(entryBefore, call)),
  }),

  'email-patient-moved': mail('moved'),

  'email-doctor-moved': mail('moved_doctor', { undo: mail('move_withdrawn') }),

  'text-moved': text('moved'),

  'move-reminders': act(({ appointment }) => setReminders(db(), appointment, new Date().toISOString()), {
    undo: act(({ before }) => setReminders(db(), before, new Date().toISOString())),
  }),

  'release-previous-slot': act((saga) => releasePreviousSlot(db(), saga, new Date().toISOString())),

  'revert-reschedule': act((saga) => revertReschedule(db(), saga, new Date().toISOString())),

  'email-patient-not-moved': mail('not_moved'),

  'text-not-moved': text('not_moved'),
}
