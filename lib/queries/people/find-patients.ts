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

const find = statement<{ terms: string; all: number; doctorId: string | null }, { id: string; total: number }>(`
  with matched as materialized (
    select t.patient_id, sum(s.exact)::int as exact
    from jsonb_to_recordset($terms::jsonb) s (hash bigint, bit int, exact int) join patient_term t using (hash)
    group by t.patient_id having bit_or(s.bit) = $all::int
  ),
  people as materialized (
    select r.root_id as id, max(m.exact) as exact from matched m join patient_root r using (patient_id)
    where $doctorId::uuid is null or exists (
      select from patient_root g join appointment a on a.patient_id = g.patient_id
      where g.root_id = r.root_id and a.doctor_id = $doctorId::uuid)
    group by r.root_id
  ),
  likeliest as materialized (select * from people order by exact desc limit ${ordered})
  select l.id, (select count(*)::int from people) as total from likeliest l left join lateral (
    select max(a.starts_at) as last from patient_root g join appointment a on a.patient_id = g.patient_id
    where g.root_id = l.id
  ) v on true
  order by l.exact desc, v.last desc nulls last, l.id limit ${shown}`)
