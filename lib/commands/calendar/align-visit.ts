import type { OwnCalendar } from '@/lib/adapters/calendar/caldav'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { CalendarEntry } from '@/lib/adapters/ports'
import type { Db } from '@/lib/db/client'
import { ofAppointment } from '@/lib/domain/subject'
import { laterBy } from '@/lib/domain/time'
import { append } from '@/lib/event-store/append'
import { newId } from '@/lib/ids'
import { findEntry, isAtWork } from '@/lib/queries/calendar/own-calendar'

/**
 * What became of a visit: it stood there rightly, was put right, could not be, or is left to the saga that works on it
 * right now.
 */
export type Alignment = 'right' | 'written' | 'removed' | 'failed' | 'at_work'

export type AlignVisit = {
  doctorId: string
  appointmentId: string
  /** `compare`: it should stand there as the built-in calendar has it. `leave`: it should not stand there at all. */
  work: 'compare' | 'leave'
}

/**
 * Milliseconds a call may take and how much later it may still arrive; and the clock (ISO instants), asked for each
 * visit.
 */
export type Timing = { deadlineMs: number; lateMs: number; now: () => string }

/**
 * Makes a doctor's own calendar say of one visit what it should. What is wrong is put right under the appointment's
 * driver token, by what is true then: no saga writes or removes meanwhile. When nobody knows whether a call arrived,
 * the token is kept until none can, so that nothing comes after what a later saga does. Throws ExternalServiceError.
 */
export async function alignVisit(
  db: Db,
  calendar: OwnCalendar,
  { doctorId, appointmentId, work }: AlignVisit,
  { deadlineMs, lateMs, now }: Timing,
): Promise<Alignment> {
  const event = { doctorId, appointmentId }
  const find = async () => (work === 'leave' ? null : findEntry(db, doctorId, appointmentId))
  const call = () => ({ key: appointmentId, signal: AbortSignal.timeout(deadlineMs), lostSince: null })
  if (await calendar.says(event, await find(), call())) return 'right'

  const token = newId()
  if ((await isAtWork(db, appointmentId)) || !(await take(db, event, token, now(), 2 * deadlineMs + lateMs)))
    return 'at_work'
  try {
    const entry = await find()
    const done = (await calendar.says(event, entry, call())) ? 'right' : await put(calendar, event, entry, call())
    await giveBack(db, event, token, now())
    return done
  } catch (error) {
    if (error instanceof ExternalServiceError && error.failure.kind !== 'unknown')
      await giveBack(db, event, token, now())
    throw error
  }
}

type Event = { doctorId: string; appointmentId: string }
type Call = Parameters<OwnCalendar['addEvent']>[1]

async function put(calendar: OwnCalendar, event: Event, entry: CalendarEntry | null, call: Call): Promise<Alignment> {
  if (entry) await calendar.updateEvent(entry, call)
  else await calendar.removeEvent(event, call)
  return entry ? 'written' : 'removed'
}

async function take(db: Db, { doctorId, appointmentId }: Event, token: string, now: string, ms: number) {
  const driver = { subject: ofAppointment(appointmentId), token, until: laterBy(now, ms) }
  return (await append(db, { commandId: token, actor: doctorId, now, changes: [], take: driver })).appended
}

async function giveBack(db: Db, { doctorId, appointmentId }: Event, token: string, now: string): Promise<void> {
  const release = { subject: ofAppointment(appointmentId), token }
  await append(db, { commandId: token, actor: doctorId, now, changes: [], release })
}
