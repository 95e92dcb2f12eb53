import type { Db } from '@/lib/db/client'
import { nameFolding, nameIndex } from '@/lib/db/name-index'
import { patientTermRows, replaceTerms } from '@/lib/db/patient-terms'
import { toHex } from '@/lib/db/sealed'
import { listPatientFiles } from '@/lib/queries/people/patient-files'

const portion = 500

/**
 * Makes people findable whom an earlier release knew, and indexes names anew that an earlier folding has indexed, in portions of 500 with a commit each; at most so many
 * portions. Stopped anywhere, it goes on with what is left. Returns how many it has indexed.
 */
export async function indexNamesAnew(db: Db, portions: number): Promise<number> {
  for (let done = 0, round = 0; ; round++) {
    const indexed = round < portions ? await indexSome(db) : 0
    done += indexed
    if (indexed < portion) return done
  }
}

async function indexSome(db: Db): Promise<number> {
  const rows = await db.patient.findMany({
    where: { OR: [{ nameFolding: null }, { nameFolding: { lt: nameFolding } }] },
    select: { id: true },
    take: portion,
  })
  const ids = rows.map(({ id }) => id)
  const people = await listPatientFiles(db, ids)
  const indexed = people.map(({ id, name }) => ({ id, name_index: nameIndex(name).map(toHex) }))
  if (indexed.length === 0) return 0
  await replaceTerms(
    db,
    people.flatMap((person) => patientTermRows(person.id, person)),
  )
  await db.$executeRaw`
    update patient p set name_index = r.name_index, name_folding = ${nameFolding}
    from jsonb_to_recordset(${JSON.stringify(indexed)}::jsonb) r (id uuid, name_index bytea[])
    where p.id = r.id and p.name_folding is distinct from ${nameFolding}`
  return rows.length
}
