import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'
import { browserMs, linkMs } from '@/lib/domain/opening/opening'
import { laterBy } from '@/lib/domain/time'
import { newId } from '@/lib/ids'

/**
 * Makes a link by which a clinic that is not open yet can be set up, in place of an earlier one that nobody has used; the
 * browser that used one goes on. Returns whether it did: an open clinic has none. `now` is an ISO instant.
 */
export async function offerSetUp(db: Db, token: string, now: string): Promise<boolean> {
  const offered = await db.$executeRaw`
    insert into clinic_opening (id, request_id, link_hash, link_until)
    select 1, ${newId()}::uuid, ${tokenHash(token)}, ${laterBy(now, linkMs)}::timestamptz
    where not exists (select from clinic) or exists (select from clinic_opening where opened_at is null)
    on conflict (id) do update set link_hash = excluded.link_hash, link_until = excluded.link_until
    where clinic_opening.opened_at is null`
  return offered > 0
}

/**
 * Hands what the link opens to one browser, for a day: the link is good once, and a browser that was before it no longer.
 * Returns whether this browser was the one. `now` is an ISO instant.
 */
export async function takeSetUp(
  db: Db,
  { token, browser }: { token: string; browser: string },
  now: string,
): Promise<boolean> {
  const { count } = await db.clinicOpening.updateMany({
    where: { id: 1, openedAt: null, linkHash: tokenHash(token), linkUntil: { gt: new Date(now) } },
    data: {
      linkHash: null,
      linkUntil: null,
      browserHash: tokenHash(browser),
      browserUntil: laterBy(now, browserMs),
    },
  })
  return count === 1
}
