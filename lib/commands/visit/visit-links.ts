import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { freshVisitLink, type LinkOf } from '@/lib/event-store/visit-link'

/** Returns the token that opens a visit's page to a contact, for whoever has to write it to them, or has shown who they are. */
export async function visitToken(db: Db, of: LinkOf, now: string): Promise<string> {
  const token = (await visitTokens(db, [of], now)).get(of.appointmentId)
  if (token === undefined) throw new Error('a visit without a link')
  return token
}

/**
 * The same of many visits, by appointment. A visit that was booked before there were links is given one. `now` is an ISO
 * instant.
 */
export async function visitTokens(db: Db, wanted: readonly LinkOf[], now: string): Promise<Map<string, string>> {
  const known = await openTokens(db, wanted)
  const missing = wanted.filter(({ appointmentId }) => !known.has(appointmentId))
  if (missing.length === 0) return known
  await giveLinks(db, missing, now)
  return openTokens(db, wanted)
}

/**
 * Gives a contact a new link to their visit and revokes the one they had, in one statement, so that at no moment both
 * open the page, or none. Run it within a transaction to do both together with something else; where an append records
 * what it is for, give the append a `freshVisitLink` as `sideRows.visitLink` instead. Every message that is rendered
 * later carries the new link by itself. Two at once replace once. Returns the token that now opens the page, which is to
 * be said to the contact alone: whoever else knows the old one must not learn it. `now` is an ISO instant.
 */
export async function replaceVisitLink(db: Db, of: LinkOf, now: string): Promise<string> {
  const { token, row } = freshVisitLink(of, now)
  const written = await db.$executeRawUnsafe(replacing, JSON.stringify(row))
  return written > 0 ? token : visitToken(db, of, now)
}

const replacing = `
  with given as materialized (select * from jsonb_populate_record(null::visit_link, $1::jsonb)),
  revoked as (
    update visit_link l set revoked_at = g.created_at, token = null from given g
    where (l.appointment_id, l.contact_id) = (g.appointment_id, g.contact_id) and l.revoked_at is null
    returning 1
  )
  insert into visit_link select g.* from given g, (select count(*) from revoked) n
  on conflict do nothing`

/**
 * Gives their link to coming visits that a release without links has booked, so many at a time; returns to how many.
 */
export async function giveMissingLinks(db: Db, now: string): Promise<number> {
  const missing = await db.$queryRaw<LinkOf[]>`
    select a.id as "appointmentId", a.patient_id as "contactId" from appointment a
    where a.status <> 'ended' and a.starts_at > ${now}::timestamptz and not exists (
      select from visit_link l
      where (l.appointment_id, l.contact_id) = (a.id, a.patient_id) and l.revoked_at is null)
    limit 1000`
  if (missing.length > 0) await giveLinks(db, missing, now)
  return missing.length
}

async function giveLinks(db: Db, missing: readonly LinkOf[], now: string): Promise<void> {
  const rows = missing.map((of) => freshVisitLink(of, now).row)
  await db.$executeRaw`
    insert into visit_link select * from jsonb_populate_recordset(null::visit_link, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`
}

async function openTokens(db: Db, wanted: readonly LinkOf[]): Promise<Map<string, string>> {
  const links = await db.visitLink.findMany({
    where: { OR: wanted.map(({ appointmentId, contactId }) => ({ appointmentId, contactId })), revokedAt: null },
  })
  const read = ({ appointmentId, token }: (typeof links)[number]) => [appointmentId, readToken(token)] as const
  return new Map(links.map(read))
}

function readToken(sealed: Uint8Array | null): string {
  if (!sealed) throw new Error('an open link without its token')
  return open(sealed, 'visit_link.token')
}
