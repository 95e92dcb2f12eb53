import type { Db } from '@/lib/db/client'
import type { Span } from '@/lib/domain/intervals'

/** Returns, by id and in order, a doctor's live visits that have not begun and lie in a time. Instants are ISO. */
export async function listVisitsInside(db: Db, doctorId: string, span: Span, now: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from appointment
    where doctor_id = ${doctorId}::uuid and status <> 'ended' and starts_at > ${now}::timestamptz
      and starts_at < ${span.endsAt}::timestamptz and ends_at > ${span.startsAt}::timestamptz
    order by starts_at, id`
  return rows.map(({ id }) => id)
}
