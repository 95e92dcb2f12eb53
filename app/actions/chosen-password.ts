import { passwordLeast } from '@/lib/domain/limits'
import { checked, type Field, password } from '@/lib/web/fields'

/** Returns a field for a password that somebody chooses for themselves. */
export function chosenPassword(): Field<string> {
  const typed = password('password', 'password_missing', 'password_too_long')
  return checked(typed, (letters) => letters.length >= passwordLeast, 'password_too_short')
}
