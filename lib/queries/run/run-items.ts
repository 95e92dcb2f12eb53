import type { Db } from '@/lib/db/client'
import type { RunItemView } from '@/lib/domain/run/summary'
import { listPatients, type Patient } from '@/lib/queries/people/patients'

/** As many as a page shows. */
export const itemsShown = 500

/** A run's items: those that were not done first, then in their order. */
export async function listRunItems(db: Db, runId: string): Promise<RunItemView[]> {
  type Row = Omit<RunItemView, 'visit'> & { visitId: string | null; patientId: string | null; startsAt: Date | null }
  const rows = await db.$queryRaw<Row[]>`
    select i.subject_id as "subjectId", i.outcome, i.said, a.id as "visitId", a.patient_id as "patientId",
      a.starts_at as "startsAt"
    from run_item i left join saga s on s.saga_id = i.subject_id
    left join appointment a on a.id = coalesce(s.subject_id, i.subject_id)
    where i.run_id = ${runId}::uuid
    order by coalesce(i.outcome in ('refused', 'failed'), false) desc, i.position limit ${itemsShown}`
  const patients = await listPatients(
    db,
    rows.flatMap(({ patientId }) => patientId ?? []),
  )
  return rows.map(({ visitId, patientId, startsAt, ...item }) => ({
    ...item,
    visit:
      visitId && startsAt
        ? { id: visitId, ...whose(patients.get(patientId ?? '')), startsAt: startsAt.toISOString() }
        : null,
  }))
}

function whose(patient: Patient | undefined) {
  return { patientName: patient?.name ?? '', phone: patient?.phone ?? null }
}
