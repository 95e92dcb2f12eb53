import { readDay } from '@/lib/domain/schedule/wall-clock'
import { isoNow } from '@/lib/iso-now'
import { checked, type Field, read, text } from '@/lib/web/fields'

/** Returns a field for a birth date (ISO day); null when it was left empty. */
export function birthDate(): Field<string | null> {
  const typed = checked(text({ limit: 'day' }), (day) => !day || isBirthDate(day), 'birth_date_invalid')
  return read(typed, (day) => day || null)
}

function isBirthDate(typed: string): boolean {
  return readDay(typed) !== undefined && typed >= '1900-01-01' && typed <= isoNow().slice(0, 10)
}
