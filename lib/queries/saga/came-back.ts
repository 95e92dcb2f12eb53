import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Channel } from '@/lib/domain/messages/channels'
import { type Return, returns } from '@/lib/domain/messages/delivery'
import { namesOfPatients } from '@/lib/queries/people/patients'

/** A message that did not reach its reader, about a visit that is still to come. Instants are ISO strings. */
export type CameBack = {
  key: string
  sagaId: string
  channel: Channel
  kind: string
  role: 'patient' | 'doctor'
  delivery: Return
  /** When it was reported. */
  at: string
  patientName: string
  startsAt: string
}

/**
 * Messages that came back and that nobody has settled, the newest first; fifty at most. A code to sign in with is asked
 * for again.
 */
export async function listCameBack(db: Db): Promise<CameBack[]> {
  type Row = Omit<CameBack, 'at' | 'startsAt' | 'patientName'> & { at: Date; startsAt: Date; patientId: string }
  const rows = await db.$queryRaw<Row[]>`
    select m.key, m.saga_id as "sagaId", m.channel, m.kind, m.role, m.delivery, m.delivery_at as at,
           a.starts_at as "startsAt", a.patient_id as "patientId"
    from message m join appointment a on a.id = m.subject_id
    where m.delivery in (${Prisma.join([...returns])}) and m.settled_at is null and a.ends_at > ${new Date()}
    order by m.delivery_at desc limit 50`
  const names = await namesOfPatients(
    db,
    rows.map(({ patientId }) => patientId),
  )
  return rows.map(({ patientId, at, startsAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    startsAt: startsAt.toISOString(),
    patientName: names.get(patientId) ?? '',
  }))
}
