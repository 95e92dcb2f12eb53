import type { ReminderKind } from '@/lib/domain/schedule/reminder-times'
import type { Appointment } from './appointment'
import type { AppointmentEvent } from './events'
import { hasBegun } from './notice'

type Remind = { kind: ReminderKind; dueAt: string; now: string }

/** Decides that a reminder falls due, if the visit is still confirmed and has not begun. Instants are ISO strings. */
export function remind(appointment: Appointment, { kind, dueAt, now }: Remind): AppointmentEvent[] {
  if (appointment.state !== 'confirmed' || hasBegun(appointment, now)) return []
  return [{ type: 'ReminderFellDue', data: { appointmentId: appointment.id, kind, dueAt } }]
}
