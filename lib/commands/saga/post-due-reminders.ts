import { changeAppointment } from '@/lib/commands/visit/change-appointment'
import type { Db } from '@/lib/db/client'
import { remind } from '@/lib/domain/appointment/remind'
import type { ReminderKind } from '@/lib/domain/schedule/reminder-times'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'

const batch = 500

/**
 * Lets every reminder fall due whose time has come, and returns how many did. Each is recorded on its appointment,
 * which starts the saga that sends it. Of several that are late only the last is sent, and none once the visit began or
 * is no longer confirmed. Safe to repeat and to run twice at once. `now` is an ISO instant.
 */
export async function postDueReminders(db: Db, now: string): Promise<number> {
  const due = await db.reminder.findMany({
    where: { status: 'waiting', dueAt: { lte: new Date(now) } },
    orderBy: { dueAt: 'desc' },
    take: batch,
  })
  const seen = new Set<string>()
  let posted = 0
  for (const { appointmentId, kind, dueAt } of due) {
    const isLast = !seen.has(appointmentId)
    seen.add(appointmentId)
    const reminder = { kind: kind as ReminderKind, dueAt: dueAt.toISOString() }
    const fellDue = isLast && (await letFallDue(db, appointmentId, reminder, now))
    if (fellDue) posted++
    const data = { status: fellDue ? 'posted' : 'dropped' }
    await db.reminder.updateMany({ where: { appointmentId, kind, dueAt, status: 'waiting' }, data })
  }
  return posted
}

type Due = { kind: ReminderKind; dueAt: string }

async function letFallDue(db: Db, appointmentId: string, { kind, dueAt }: Due, now: string): Promise<boolean> {
  const commandId = idFrom(appointmentId, `reminder:${kind}:${dueAt}`)
  const change = { appointmentId, commandId, actor: 'carnet', now }
  await changeAppointment(db, change, (appointment) => accept(remind(appointment, { kind, dueAt, now })))
  return (await db.event.count({ where: { streamId: appointmentId, eventId: idFrom(commandId, '0') } })) > 0
}
