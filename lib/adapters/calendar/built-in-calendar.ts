import { obeyDemoFault } from '@/lib/adapters/demo-fault'
import type { Calendar, CalendarEntry, Call } from '@/lib/adapters/ports'
import type { Db } from '@/lib/db/client'

/**
 * The calendar in Carnet's own database: one event an appointment. A write whose key was buried by an undo does
 * nothing, and neither does one that is older than what is there, so a delayed call can bring nothing back.
 */
export function builtInCalendar(db: Db): Calendar {
  return {
    addEvent: (entry, call) => write(db, entry, call),
    updateEvent: (entry, call) => write(db, entry, call),
    async removeEvent({ appointmentId }) {
      await obeyDemoFault(db, 'calendar')
      await db.calendarEvent.deleteMany({ where: { appointmentId } })
    },
  }
}

async function write(db: Db, entry: CalendarEntry, { key }: Call) {
  await obeyDemoFault(db, 'calendar')
  const { appointmentId, doctorId, startsAt, endsAt, status, sequence } = entry
  await db.$executeRaw`
    insert into calendar_event (appointment_id, doctor_id, starts_at, ends_at, status, sequence)
    select ${appointmentId}::uuid, ${doctorId}::uuid, ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${status},
           ${sequence}
    where not exists (select from tombstone where effect_key = ${key})
    on conflict (appointment_id) do update set
      doctor_id = excluded.doctor_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      status = excluded.status, sequence = excluded.sequence
    where calendar_event.sequence < excluded.sequence`
}
