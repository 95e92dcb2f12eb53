import type { Db } from '@/lib/db/client'
import { termHash } from '@/lib/db/patient-terms'
import { statement } from '@/lib/db/statement'
import type { FoundPatients } from '@/lib/domain/patient/found-patient'
import { soughtIn } from '@/lib/domain/patient/search-terms'
import { listLastVisits } from './last-visits'
import { listPatientFiles } from './patient-files'

/** So many are shown: they are read at a glance. */
const shown = 8

/** Of more than so many, who has no whole word that was typed stands in no order: another letter puts them in one. */
const ordered = 2_000

/**
 * Finds people by what somebody types: parts of names, a number or its end, an address, a day or year of birth; all of it.
 * Who has a whole word that was typed comes first, then who came last. Of people with several records the one they are
 * known as is returned. With a doctor, only people who have had a visit with them. `now` is an ISO instant.
 */
export async function findPatients(
  db: Db,
  typed: string,
  doctorId: string | null,
  now: string,
): Promise<FoundPatients> {
  const sought = soughtIn(typed)
  if (sought.length === 0) return { people: [], total: 0, isAsked: false }
  const terms = sought.flatMap(({ any, exact }, at) => [
    ...any.map((term) => ({ hash: termHash(term), bit: 1 << at, exact: 0 })),
    ...(exact ? [{ hash: termHash(exact), bit: 0, exact: 1 }] : []),
  ])
  const asked = { terms: JSON.stringify(terms), all: 2 ** sought.length - 1, doctorId }
  const rows = await find.read(db, asked)
  const ids = rows.map(({ id }) => id)
  const [files, visits] = await Promise.all([listPatientFiles(db, ids), listLastVisits(db, ids, now)])
  const people = ids.flatMap((id) => {
    const file = files.find((known) => known.id === id)
    if (!file) return []
    const { name, birthDate, phone, email } = file
    return [{ id, name, birthDate, phone, email, ...(visits.get(id) ?? { missed: 0, visit: null }) }]
  })
  return { people, total: rows[0]?.total ?? 0, isAsked: true }
}

/** Few records are aliases: only they are asked for their root, and of a doctor's people there is one list. */
const find = statement<{ terms: string; all: number; doctorId: string | null }, { id: string; total: number }>(`
  with matched as materialized (
    select t.patient_id, sum(s.exact)::int as exact
    from jsonb_to_recordset($terms::jsonb) s (hash bigint, bit int, exact int) join patient_term t using (hash)
    group by t.patient_id having bit_or(s.bit) = $all::int
  ),
  aliases as materialized (select patient_id, root_id from patient_root where patient_id <> root_id),
  people as materialized (
    select coalesce(r.root_id, m.patient_id) as id, max(m.exact) as exact
    from matched m left join aliases r on r.patient_id = m.patient_id
    where $doctorId::uuid is null or coalesce(r.root_id, m.patient_id) in (
      select o.root_id from appointment a join patient_root o on o.patient_id = a.patient_id
      where a.doctor_id = $doctorId::uuid)
    group by 1
  ),
  likeliest as materialized (select * from people order by exact desc limit ${ordered})
  select l.id, (select count(*)::int from people) as total from likeliest l left join lateral (
    select max(a.starts_at) as last from patient_root g join appointment a on a.patient_id = g.patient_id
    where g.root_id = l.id
  ) v on true
  order by l.exact desc, v.last desc nulls last, l.id limit ${shown}`)
