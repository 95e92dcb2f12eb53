import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { caldavCalendar, type OwnCalendar } from './caldav'
import { ExternalServiceError } from './external-service-error'
import type { Calendar } from './ports'

/** The calendar that a doctor has connected, if they have. */
export async function findOwnCalendar(db: Db, doctorId: string): Promise<OwnCalendar | undefined> {
  const account = await db.calendarAccount.findUnique({ where: { doctorId } })
  if (!account) return undefined
  const calendar = caldavCalendar({ ...account, password: open(account.password, 'calendar_account.password') })
  return { ...calendar, ...noted(db, doctorId, calendar) }
}

/** The same calendar, and what became of each write is kept for its doctor to see. */
export function noted(db: Db, doctorId: string, calendar: Calendar): Calendar {
  const note = async (writing: Promise<void>) => {
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
  return {
    addEvent: (entry, call) => note(calendar.addEvent(entry, call)),
    updateEvent: (entry, call) => note(calendar.updateEvent(entry, call)),
    removeEvent: (event, call) => note(calendar.removeEvent(event, call)),
  }
}

/** Keeps since when and how a calendar fails. That somebody else wrote in between is no failure of it. */
export async function noteFailure(db: Db, doctorId: string, error: unknown): Promise<void> {
  if (!(error instanceof ExternalServiceError) || error.failure.status === 412) return
  await db.$executeRaw`
    update calendar_account set failing_at = coalesce(failing_at, ${new Date()}), failure = ${JSON.stringify(error.failure)}::jsonb
    where doctor_id = ${doctorId}::uuid`
}
