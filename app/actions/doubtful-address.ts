import { likelyAddress } from '@/lib/domain/people/likely-address'
import { asAddress } from '@/lib/domain/people/visible'
import { filledIn } from '@/lib/web/fields'
import type { FormRefusal } from '@/lib/web/form-answer'

/** What a form sends whose address was asked about: the one that is right as it was written. */
export const answered = { sure: filledIn(1_000) }

/** Puts the address that was meant, when that was pressed, in the place of the one that was written. */
export function takeInstead(data: FormData, field: string): void {
  const meant = data.get('instead')
  if (meant) data.set(field, meant)
}

/** Returns why an address is asked about before anything is sent there; undefined when it is not, or no longer. */
export function doubtAbout(address: string, sure: string, field: string): FormRefusal | undefined {
  const meant = likelyAddress(address)
  if (!meant || asAddress(sure) === address) return undefined
  return { field, name: 'email_doubtful', data: { meant } }
}
