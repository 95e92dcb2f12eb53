import type { Db } from '@/lib/db/client'
import { builtInCalendar } from './built-in-calendar'
import type { Calendar } from './ports'

/** The calendar that visits are written to. */
export function calendarOf(db: Db): Calendar {
  return builtInCalendar(db)
}
