import { createHmac } from 'node:crypto'
import { type Findable, termsOf } from '@/lib/domain/patient/search-terms'
import type { Db } from './client'
import { derived } from './sealed'

/** A row of `patient_term`. The hash is a number of 64 bits, as text: JSON has no such number. */
export type PatientTermRow = { hash: string; patient_id: string }

/** Returns the keyed hash of a term: what it is of is known to whoever has the clinic's secret, and to nobody else. */
export function termHash(term: string): string {
  return createHmac('sha256', derived('patient-term')).update(term).digest().readBigInt64BE().toString()
}

/** Returns the rows by which somebody is found. */
export function patientTermRows(id: string, known: Findable): PatientTermRow[] {
  return termsOf(known).map((term) => ({ hash: termHash(term), patient_id: id }))
}

/** Puts these in the place of what the same people were found by. */
export async function replaceTerms(db: Pick<Db, '$executeRaw'>, rows: readonly PatientTermRow[]): Promise<void> {
  await db.$executeRaw`
    with given as materialized (
      select * from jsonb_populate_recordset(null::patient_term, ${JSON.stringify(rows)}::jsonb)
    ),
    forgotten as (
      delete from patient_term t using (select distinct patient_id from given) g where t.patient_id = g.patient_id
        and not exists (select from given n where (n.hash, n.patient_id) = (t.hash, t.patient_id))
    )
    insert into patient_term select * from given on conflict do nothing`
}
