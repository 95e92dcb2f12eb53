import type { Db } from '@/lib/db/client'
import type { KnownAppointment } from '@/lib/domain/appointment/appointment'
import { reminderTimes } from '@/lib/domain/schedule/reminder-times'

/**
 * Notes when the patient of a confirmed visit is to be reminded, in place of what was noted before; a visit that is not
 * confirmed has no reminders. Safe to repeat. `now` is an ISO instant.
 */
export async function setReminders(db: Db, { id: appointmentId, state, slot }: KnownAppointment, now: string) {
  await withdrawReminders(db, appointmentId)
  if (state !== 'confirmed') return
  const { timeZone } = await db.clinic.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } })
  for (const { kind, dueAt } of reminderTimes(slot.startsAt, timeZone, now)) {
    const row = { dueAt, status: 'waiting' }
    const where = { appointmentId_kind: { appointmentId, kind } }
    await db.reminder.upsert({ where, create: { appointmentId, kind, ...row }, update: row })
  }
}

/** Takes back every reminder of an appointment that has not gone out. Safe to repeat. */
export async function withdrawReminders(db: Db, appointmentId: string) {
  await db.reminder.updateMany({ where: { appointmentId, status: 'waiting' }, data: { status: 'withdrawn' } })
}
