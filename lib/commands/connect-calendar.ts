import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'

type ConnectCalendar = { doctorId: string; url: string; name: string; username: string; password: string }

/** From now on a doctor's visits are written in this calendar too, which was written to at `now` (ISO instant) for a try. */
export async function connectCalendar(db: Db, { doctorId, password, ...account }: ConnectCalendar, now: string) {
  const at = new Date(now)
  const kept = { ...account, password: seal(password, 'calendar_account.password'), connectedAt: at, writtenAt: at }
  const fresh = { ...kept, failingAt: null, comparedAt: null }
  await db.calendarAccount.upsert({ where: { doctorId }, create: { doctorId, ...fresh }, update: fresh })
}

/** Visits are no longer written in a doctor's own calendar. What stands there stays. */
export async function disconnectCalendar(db: Db, doctorId: string): Promise<void> {
  await db.calendarAccount.deleteMany({ where: { doctorId } })
}

/** All coming visits were found in the calendar, or written; null: something is about to be missing there. */
export async function noteCompared(db: Db, doctorId: string, comparedAt: string | null): Promise<void> {
  const at = comparedAt && new Date(comparedAt)
  await db.calendarAccount.updateMany({ where: { doctorId }, data: { comparedAt: at } })
}
