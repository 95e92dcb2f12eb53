import { act, type Effects, mail, tell } from '@/inngest/effects'
import { calendarOf } from '@/lib/adapters/calendar/calendar'
import { setReminders } from '@/lib/adapters/reminders'
import { releasePreviousSlot, revertReschedule } from '@/lib/commands/saga/finish-reschedule'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'

/** A move: both slots are held until everybody knows, then the old one is let go. If that fails, nothing has moved. */
export const appointmentRescheduled: Effects<'appointment-rescheduled'> = {
  'move-calendar-event': act(({ entry, call }) => calendarOf(db()).updateEvent(entry, call), {
    undo: act(({ entryBefore, call }) => calendarOf(db()).updateEvent(entryBefore, call)),
  }),

  ...tell('moved'),

  'email-doctor-moved': mail('moved_doctor', { undo: mail('move_withdrawn') }),

  'move-reminders': act(({ appointment }) => setReminders(db(), appointment, isoNow()), {
    undo: act(({ before }) => setReminders(db(), before, isoNow())),
  }),

  'release-previous-slot': act((saga) => releasePreviousSlot(db(), saga, isoNow())),

  'revert-reschedule': act((saga) => revertReschedule(db(), saga, isoNow())),

  ...tell('not_moved'),
}
