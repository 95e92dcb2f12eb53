import type { Db } from '@/lib/db/client'
import { termHash } from '@/lib/db/patient-terms'
import { type Agreement, mayBeSame } from '@/lib/domain/patient/may-be-same'
import { termsOf } from '@/lib/domain/patient/search-terms'
import { listPatientFiles, type PatientFile } from './patient-files'

/** Another record that may be of the same person, and in what it agrees beside the names. */
export type SamePerson = { file: PatientFile; agrees: Agreement[] }

/** What two records of one person have in common, beside the names. */
const shared = ['born', 'phone', 'mail']
/** Of a number that a household shares, or a date, so many are looked at. */
const most = 50

/**
 * Returns the roots that may be the same person as this record, for somebody to decide. Those that somebody has said to be
 * two people are left out.
 */
export async function listSamePeople(db: Db, file: PatientFile): Promise<SamePerson[]> {
  const hashes = termsOf(file)
    .filter((term) => shared.includes(term.split(' ')[0] ?? ''))
    .map(termHash)
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct t.patient_id as id from patient_term t
    join patient_root r on r.patient_id = t.patient_id and r.root_id = r.patient_id
    where t.hash = any(${hashes}::bigint[]) and t.patient_id <> ${file.id}::uuid and not exists (
      select from patient_apart a where (a.one_id, a.other_id)
        = (least(t.patient_id, ${file.id}::uuid), greatest(t.patient_id, ${file.id}::uuid)))
    limit ${most}`
  const others = await listPatientFiles(
    db,
    rows.map(({ id }) => id),
  )
  return others
    .map((other) => ({ file: other, agrees: mayBeSame(file, other) }))
    .filter(({ agrees }) => agrees.length > 0)
}
