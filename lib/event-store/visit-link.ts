import { randomBytes } from 'node:crypto'
import { seal, toHex } from '@/lib/db/sealed'
import { tokenHash } from '@/lib/db/token-hash'
import { tokenLength, tokenLetters } from '@/lib/domain/appointment/visit-token'

/** A row of `visit_link`, as the append writes it. */
export type VisitLinkRow = {
  token_hash: string
  appointment_id: string
  contact_id: string
  token: string
  created_at: string
  revoked_at: null
}

/** Whose link, and to which visit: the contact is whom the clinic tells of it. */
export type LinkOf = { appointmentId: string; contactId: string }

/**
 * Makes a new link to a visit for a contact, at `now` (ISO instant): its token, which nobody can guess, and the row that
 * knows it. Given to an append as `sideRows.visitLink`, it opens the page from that commit on, and the one that the
 * contact had opens nothing any more.
 */
export function freshVisitLink(
  { appointmentId, contactId }: LinkOf,
  now: string,
): { token: string; row: VisitLinkRow } {
  const token = Array.from(randomBytes(tokenLength), (byte) => tokenLetters[byte & 31]).join('')
  const row = {
    token_hash: toHex(tokenHash(token)),
    appointment_id: appointmentId,
    contact_id: contactId,
    token: toHex(seal(token, 'visit_link.token')),
    created_at: now,
    revoked_at: null,
  }
  return { token, row }
}
