import type { Db } from '@/lib/db/client'

/** One thing that happened to a visit. Instants are ISO strings. */
export type VisitEvent = {
  version: number
  type: string
  at: string
  /** Whether it was called off inside the clinic's notice. */
  isLate: boolean
  /** Who made it happen; a name only for people of the clinic. */
  by: { who: 'patient' | 'carnet' } | { who: 'named'; name: string }
  /** The saga it started, if it started one. */
  sagaId: string | null
}

/** Returns everything that was recorded of a visit, oldest first. */
export async function listVisitEvents(db: Db, appointmentId: string): Promise<VisitEvent[]> {
  type Row = {
    version: number
    type: string
    at: Date
    isLate: boolean
    actor: string
    name: string | null
    isPatient: boolean
    sagaId: string | null
  }
  const rows = await db.$queryRaw<Row[]>`
    select e.version, e.type, e.occurred_at as at,
           coalesce((e.data->>'late')::boolean, false) as "isLate", e.metadata->>'actor' as actor, coalesce(d.name, u.name) as name,
           p.id is not null as "isPatient", s.saga_id as "sagaId"
    from event e
    left join doctor d on d.id::text = e.metadata->>'actor'
    left join "user" u on u.id = e.metadata->>'actor'
    left join patient p on p.id::text = e.metadata->>'actor'
    left join saga s on s.subject_kind = 'appointment' and s.subject_id = e.stream_id and s.turn = e.version
    where e.stream_id = ${appointmentId}::uuid order by e.version`
  return rows.map(({ version, type, at, isLate, name, isPatient, sagaId }) => ({
    version,
    type,
    at: at.toISOString(),
    isLate,
    by: name ? { who: 'named', name } : { who: isPatient ? 'patient' : 'carnet' },
    sagaId,
  }))
}

/** Returns when the patient of a visit last booked or moved it themselves (ISO instant), as `ownChangeOf` reads the stream. */
export async function findOwnChange(db: Db, appointmentId: string): Promise<string | null> {
  const own = await db.event.findFirst({
    where: {
      streamId: appointmentId,
      OR: [
        { type: 'AppointmentCreated' },
        { type: 'AppointmentRescheduled', data: { path: ['by'], equals: 'patient' } },
      ],
    },
    orderBy: { version: 'desc' },
  })
  return own?.occurredAt.toISOString() ?? null
}
