import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { env } from '@/lib/env'
import { caldavCalendar, type OwnCalendar } from './caldav'
import { timed } from './call-metrics'
import { type Circuit, circuitName } from './circuit'
import { ExternalServiceError } from './external-service-error'

/** A doctor's own calendar, and the server it is on: `dav.example`. */
export type ConnectedCalendar = OwnCalendar & { server: string }

/** The calendar that a doctor has connected, if they have. What becomes of each write is kept for them to see. */
export async function findOwnCalendar(db: Db, doctorId: string): Promise<ConnectedCalendar | undefined> {
  const account = await db.calendarAccount.findUnique({ where: { doctorId } })
  if (!account) return undefined
  const own = measured(caldavCalendar({ ...account, password: open(account.password, 'calendar_account.password') }))
  const write = (writing: Promise<void>) => noted(db, doctorId, writing)
  return {
    ...own,
    server: new URL(account.url).host,
    addEvent: (entry, call) => write(own.addEvent(entry, call)),
    updateEvent: (entry, call) => write(own.updateEvent(entry, call)),
    removeEvent: (event, call) => write(own.removeEvent(event, call)),
  }
}

function measured(own: OwnCalendar): OwnCalendar {
  return {
    addEvent: (entry, call) => timed('own_calendar', 'addEvent', () => own.addEvent(entry, call)),
    updateEvent: (entry, call) => timed('own_calendar', 'updateEvent', () => own.updateEvent(entry, call)),
    removeEvent: (event, call) => timed('own_calendar', 'removeEvent', () => own.removeEvent(event, call)),
    says: (event, entry, call) => timed('own_calendar', 'says', () => own.says(event, entry, call)),
    listIds: (call) => timed('own_calendar', 'listIds', () => own.listIds(call)),
  }
}

async function noted(db: Db, doctorId: string, writing: Promise<void>): Promise<void> {
  try {
    await writing
  } catch (error) {
    await noteFailure(db, doctorId, error)
    throw error
  }
  await db.$executeRaw`
    update calendar_account set written_at = ${new Date()}, failing_at = null, failure = null
    where doctor_id = ${doctorId}::uuid`
}

/** Keeps since when and how a calendar fails. That somebody else wrote in between is no failure of it. */
export async function noteFailure(db: Db, doctorId: string, error: unknown): Promise<void> {
  if (!(error instanceof ExternalServiceError) || error.failure.status === 412) return
  await db.$executeRaw`
    update calendar_account set failing_at = coalesce(failing_at, ${new Date()}), failure = ${JSON.stringify(error.failure)}::jsonb
    where doctor_id = ${doctorId}::uuid`
}

/**
 * Notes that a visit is missing in a calendar that failed like this, when there is no use in waiting: only its doctor can mend it, or
 * it has failed for OWN_CALENDAR_PATIENCE_MS. Answers whether there is none.
 */
export async function leaveBehind(
  db: Db,
  doctorId: string,
  circuit: Circuit,
  { failure: { kind, status } }: ExternalServiceError,
): Promise<boolean> {
  const now = new Date()
  const longAgo = new Date(now.getTime() - env().OWN_CALENDAR_PATIENCE_MS)
  const isForDoctor = kind === 'permanent' || status === 401
  const left = await db.$executeRaw`
    update calendar_account set left_behind_at = ${now}, compared_at = null
    where doctor_id = ${doctorId}::uuid and (${isForDoctor} or failing_at < ${longAgo}
      or exists (select from service_circuit where name = ${circuitName(circuit)} and since < ${longAgo}))`
  return left > 0
}
