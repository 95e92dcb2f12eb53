import type { Db } from '@/lib/db/client'
import type { SeenOf } from '@/lib/domain/patient/found-patient'

/**
 * Returns what is known of the coming of people, over all their records, by the id they are known as; none of who never had
 * a visit. What was called off or declined does not count. `now` is an ISO instant.
 */
export async function listLastVisits(db: Db, ids: readonly string[], now: string): Promise<Map<string, SeenOf>> {
  type Row = { id: string; missed: number; startsAt: Date | null; name: string | null; form: string | null }
  const rows = await db.$queryRaw<Row[]>`
    with visits as (
      select g.root_id as id, a.starts_at, a.doctor_id, coalesce(a.ended_because, '') as ended
      from patient_root g join appointment a on a.patient_id = g.patient_id
      where g.root_id = any(${[...ids]}::uuid[])
    )
    select p.id, p.missed, v.starts_at as "startsAt", d.name, d.form
    from (select id, count(*) filter (where ended = 'no_show')::int as missed from visits group by id) p
    left join lateral (
      select * from visits o where o.id = p.id and o.ended in ('', 'completed', 'reopened', 'no_show')
      order by o.starts_at > ${now}::timestamptz, abs(extract(epoch from o.starts_at - ${now}::timestamptz)) limit 1
    ) v on true
    left join doctor d on d.id = v.doctor_id`
  return new Map(
    rows.map(({ id, missed, startsAt, name, form }) => [
      id,
      {
        missed,
        visit:
          startsAt && name ? { startsAt: startsAt.toISOString(), doctor: { name, form: form as 'Dre' | 'Dr' } } : null,
      },
    ]),
  )
}
