import type { Db } from '@/lib/db/client'
import { obeyDemoFault } from './demo-fault'
import type { Calendar, CalendarEntry, Call } from './ports'

/**
 * The calendar in Carnet's own database: one event an appointment. A write whose key was buried by an undo does
 * nothing, so a delayed call cannot bring back what was taken away.
 */
export function builtInCalendar(db: Db): Calendar {
  return {
    addEvent: (entry, call) => write(db, entry, call),
    updateEvent: (entry, call) => write(db, entry, call),
    async removeEvent(appointmentId) {
      await obeyDemoFault(db, 'calendar')
      await db.calendarEvent.deleteMany({ where: { appointmentId } })
    },
  }
}

async function write(db: Db, { appointmentId, doctorId, startsAt, endsAt, status }: CalendarEntry, { key }: Call) {
  await obeyDemoFault(db, 'calendar')
  await db.$executeRaw`
    insert into calendar_event (appointment_id, doctor_id, starts_at, ends_at, status, sequence)
    select ${appointmentId}::uuid, ${doctorId}::uuid, ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${status}, 0
    where not exists (select from tombstone where effect_key = ${key})
    on conflict (appointment_id) do update set
      doctor_id = excluded.doctor_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      status = excluded.status, sequence = calendar_event.sequence + 1
    where (calendar_event.doctor_id, calendar_event.starts_at, calendar_event.ends_at, calendar_event.status)
      <> (excluded.doctor_id, excluded.starts_at, excluded.ends_at, excluded.status)`
}
