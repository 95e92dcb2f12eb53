import type { Db } from '@/lib/db/client'
import type { ReminderKind } from '@/lib/domain/schedule/reminder-times'

/** Notes when a patient is to be reminded. Safe to repeat. `dueAt` is an ISO instant. */
export async function scheduleReminders(db: Db, appointmentId: string, times: { kind: ReminderKind; dueAt: string }[]) {
  for (const { kind, dueAt } of times) {
    const row = { dueAt, status: 'waiting' }
    const where = { appointmentId_kind: { appointmentId, kind } }
    await db.reminder.upsert({ where, create: { appointmentId, kind, ...row }, update: row })
  }
}

/** Takes back every reminder of an appointment that has not gone out. Safe to repeat. */
export async function withdrawReminders(db: Db, appointmentId: string) {
  await db.reminder.updateMany({ where: { appointmentId, status: 'waiting' }, data: { status: 'withdrawn' } })
}
