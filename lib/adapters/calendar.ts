import type { Db } from '@/lib/db/client'
import { builtInCalendar } from './built-in-calendar'

/** A visit as a calendar holds it. Instants are ISO strings with offset Z. */
export type CalendarEntry = {
  appointmentId: string
  doctorId: string
  startsAt: string
  endsAt: string
  status: 'tentative' | 'confirmed'
}

/** `key` names the effect: the same key twice is one effect, and a buried key none. */
export type Call = { key: string; signal: AbortSignal }

/** What Carnet asks of a doctor's calendar. Each is one attempt, safe to repeat; throws ExternalServiceError. */
export type Calendar = {
  addEvent(entry: CalendarEntry, call: Call): Promise<void>
  updateEvent(entry: CalendarEntry, call: Call): Promise<void>
  removeEvent(appointmentId: string, call: Call): Promise<void>
}

/** The calendar that visits are written to. */
export function calendarOf(db: Db): Calendar {
  return builtInCalendar(db)
}
