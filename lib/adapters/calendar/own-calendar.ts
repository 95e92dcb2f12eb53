import { timed } from '@/lib/adapters/call-metrics'
import { circuitName } from '@/lib/adapters/circuit'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Call } from '@/lib/adapters/ports'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { open } from '@/lib/db/sealed'
import type { Failure } from '@/lib/domain/saga/failure'
import { env } from '@/lib/settings/env'
import { caldavCalendar, type OwnCalendar } from './caldav'
import { visitWords } from './visit-words'

/** A doctor's own calendar, and the server it is on: `dav.example`. */
export type ConnectedCalendar = OwnCalendar & { server: string }

/**
 * Returns the calendar that a doctor has connected, if they have. What becomes of each write is kept for them to see.
 */
export async function findOwnCalendar(db: Db, doctorId: string): Promise<ConnectedCalendar | undefined> {
  const account = await db.calendarAccount.findUnique({ where: { doctorId } })
  if (!account) return undefined
  const own = measured(
    caldavCalendar({ ...account, password: open(account.password, 'calendar_account.password') }, (entry) =>
      visitWords(db, entry),
    ),
  )
  const write = (writing: Promise<void>) => noted(db, doctorId, writing)
  return {
    ...own,
    server: serverOf(account.url),
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
    listIds: (call, from) => timed('own_calendar', 'listIds', () => own.listIds(call, from)),
    reach: (call) => timed('own_calendar', 'reach', () => own.reach(call)),
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
 * Notes that a visit is missing in a calendar that failed like this, when there is no use in waiting: only its doctor
 * can mend it; or this very write was tried for OWN_CALENDAR_PATIENCE_MS, which ends an answer that never ends, however
 * well other visits are written; or the calendar itself has failed for so long, or missed a visit and taken none since.
 * Returns null when it is left behind, and else for how much longer this write is tried, in milliseconds.
 */
export async function leaveBehind(
  db: Db,
  doctorId: string,
  { failure }: ExternalServiceError,
  { triedSince }: Call,
): Promise<number | null> {
  const now = new Date()
  const patienceMs = env().OWN_CALENDAR_PATIENCE_MS
  const longAgo = new Date(now.getTime() - patienceMs)
  const leftMs = triedSince ? Date.parse(triedSince) - longAgo.getTime() : patienceMs
  const isOver = leftMs <= 0 || failure.kind === 'permanent' || failure.status === 401
  const account = await db.calendarAccount.findUnique({ where: { doctorId }, select: { url: true } })
  const circuit = circuitName({ service: 'calendar', server: account ? serverOf(account.url) : '' })
  const isAway = Prisma.sql`failing_at < ${longAgo} or failing_at <= left_behind_at
    or exists (select from service_circuit where name = ${circuit} and since < ${longAgo})`
  const isLeft = await noteLeftBehind(db, doctorId, failure, isOver ? Prisma.sql`true` : isAway)
  return isLeft ? null : Math.max(leftMs, 0)
}

/** Notes that a visit is missing in a calendar that failed like this, if it is so. Returns whether it is. */
export async function noteLeftBehind(db: Db, doctorId: string, failure: Failure, isSo = Prisma.sql`true`) {
  const now = new Date()
  const left = await db.$executeRaw`
    update calendar_account set left_behind_at = ${now}, compared_at = null,
      failing_at = coalesce(failing_at, ${now}), failure = coalesce(failure, ${JSON.stringify(failure)}::jsonb)
    where doctor_id = ${doctorId}::uuid and (${isSo})`
  return left > 0
}

function serverOf(url: string): string {
  return new URL(url).host
}
