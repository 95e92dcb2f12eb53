import { tryCalendar } from '@/lib/adapters/calendar/try-calendar'
import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'
import { newId } from '@/lib/ids'
import { accept } from '@/lib/result'

/** A calendar as it is connected: its address, what its server calls it, and who signs in there. */
type ConnectCalendar = { doctorId: string; url: string; name: string; username: string; password: string }

/**
 * Writes an event in the calendar and takes it away again; from then on a doctor's visits are written there too.
 * Refuses as `tryCalendar` does, and nothing has changed then. `now` is an ISO instant.
 */
export async function connectCalendar(db: Db, calendar: ConnectCalendar, now: string, signal: AbortSignal) {
  const tried = await tryCalendar(calendar, newId(), now, signal)
  if (!tried.ok) return tried
  await keepCalendar(db, calendar, now)
  return accept(null)
}

/** Keeps a calendar that was written to at `now` (ISO instant). */
export async function keepCalendar(db: Db, { doctorId, url, name, username, password }: ConnectCalendar, now: string) {
  const at = new Date(now)
  const kept = {
    url,
    name,
    username,
    password: seal(password, 'calendar_account.password'),
    connectedAt: at,
    writtenAt: at,
  }
  const fresh = { ...kept, failingAt: null, comparedAt: null, leftBehindAt: null }
  await db.calendarAccount.upsert({ where: { doctorId }, create: { doctorId, ...fresh }, update: fresh })
}

/** Visits are no longer written in a doctor's own calendar. What stands there stays. */
export async function disconnectCalendar(db: Db, doctorId: string): Promise<void> {
  await db.calendarAccount.deleteMany({ where: { doctorId } })
}

/**
 * All coming visits were found in the calendar, or written; null: they are about to be taken out, and nobody is to
 * write there by itself what was missed.
 */
export async function noteCompared(db: Db, doctorId: string, comparedAt: string | null): Promise<void> {
  const at = comparedAt && new Date(comparedAt)
  const isLeaving = at === null
  await db.calendarAccount.updateMany({
    where: { doctorId },
    data: { comparedAt: at, ...(isLeaving && { leftBehindAt: null }) },
  })
}

/**
 * Comparing that began at `begunAt` has come to its end at `now` (ISO instants): no visit is missing, unless one was
 * left out meanwhile. Returns whether none was.
 */
export async function noteCaughtUp(db: Db, doctorId: string, begunAt: string, now: string): Promise<boolean> {
  const { count } = await db.calendarAccount.updateMany({
    where: { doctorId, leftBehindAt: { lt: new Date(begunAt) } },
    data: { leftBehindAt: null, comparedAt: new Date(now) },
  })
  return count > 0
}
