import type { KnownAppointment } from '@/lib/domain/appointment/appointment'
import { remind } from '@/lib/domain/appointment/remind'
import { reminderTimes } from '@/lib/domain/schedule/reminder-times'
import { accept } from '@/lib/result'
import { clinic as lilas } from '@/prisma/demo/cast'
import { changeAppointment } from './change-appointment'
import { type Clinic, clock, idFrom, type Work } from './clinic'
import { load, type ReminderRow } from './database'

/** Mirrors `setReminders` of lib/adapters/reminders.ts. */
export function setReminders(clinic: Clinic, { id: appointmentId, state, slot }: KnownAppointment): void {
  withdrawReminders(clinic, appointmentId)
  if (state !== 'confirmed') return
  for (const { kind, dueAt } of reminderTimes(slot.startsAt, lilas.timeZone, clock(clinic))) {
    clinic.database.reminders.set(idFrom(appointmentId, kind), { appointmentId, kind, dueAt, status: 'waiting' })
  }
}

/** Mirrors `withdrawReminders` of lib/adapters/reminders.ts. */
export function withdrawReminders({ database }: Clinic, appointmentId: string): void {
  for (const [key, row] of database.reminders) {
    if (row.appointmentId === appointmentId && row.status === 'waiting') {
      database.reminders.set(key, { ...row, status: 'withdrawn' })
    }
  }
}

/** Mirrors `postDueReminders` of lib/commands/saga/post-due-reminders.ts. */
export function* postDueReminders(clinic: Clinic): Work<void> {
  const now = clock(clinic)
  const rows = [...clinic.database.reminders.values()]
  const due = rows.filter(({ status, dueAt }) => status === 'waiting' && dueAt <= now)
  const seen = new Set<string>()
  for (const row of due.toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))) {
    const isLast = !seen.has(row.appointmentId)
    seen.add(row.appointmentId)
    const fellDue = isLast && (yield* letFallDue(clinic, row, now))
    yield 'note that it fell due'
    update(clinic, row, fellDue ? 'posted' : 'dropped')
  }
}

function* letFallDue(clinic: Clinic, { appointmentId, kind, dueAt }: ReminderRow, now: string): Work<boolean> {
  const commandId = idFrom(appointmentId, `reminder:${kind}:${dueAt}`)
  const change = { appointmentId, commandId, actor: 'carnet', now }
  yield* changeAppointment(clinic, change, (appointment) => accept(remind(appointment, { kind, dueAt, now })))
  return load(clinic.database, appointmentId).some(({ eventId }) => eventId === idFrom(commandId, '0'))
}

function update({ database }: Clinic, { appointmentId, kind, dueAt }: ReminderRow, status: ReminderRow['status']) {
  const key = idFrom(appointmentId, kind)
  const row = database.reminders.get(key)
  if (row?.status === 'waiting' && row.dueAt === dueAt) database.reminders.set(key, { ...row, status })
}
