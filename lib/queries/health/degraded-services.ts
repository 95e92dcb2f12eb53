import type { Db } from '@/lib/db/client'
import type { OutsideService } from '@/lib/domain/saga/failure'
import { minuteMs } from '@/lib/domain/time'

/** A service that is left alone because it failed again and again. Instants are ISO strings. */
export type DegradedService = {
  service: OutsideService
  /** Which server, where doctors have one each; null for the clinic's own service. */
  server: string | null
  since: string
  /** From when on one call tries it again. */
  triedAt: string
  /** How many sagas wait for the service. */
  waiting: number
}

/**
 * Whoever waits asks every five minutes: what nobody has asked for so long nobody uses any more, such as a doctor's
 * former server.
 */
const forgottenMs = 15 * minuteMs

/** Returns the services that are away, the longest away first. */
export async function listDegradedServices(db: Db): Promise<DegradedService[]> {
  type Row = { name: string; since: Date; openUntil: Date; waiting: bigint }
  const rows = await db.$queryRaw<Row[]>`
    select c.name, c.since, c.open_until as "openUntil", count(w.saga_id) as waiting
    from service_circuit c left join (
      select s.saga_id, a.doctor_id, (
        select t.service from saga_step_attempt t where t.saga_id = s.saga_id order by t.started_at desc limit 1) as service
      from saga s join appointment a on a.id = s.subject_id
      where s.status in ('RUNNING', 'COMPENSATING') and s.next_at is not null
    ) w on w.service = split_part(c.name, ' ', 1) and (c.name = w.service or exists (
      select from calendar_account k
      where k.doctor_id = w.doctor_id and split_part(k.url, '/', 3) = split_part(c.name, ' ', 2)))
    where c.open_until > ${new Date(Date.now() - forgottenMs)} group by c.name order by c.since`
  return rows.map(({ name, since, openUntil, waiting }) => {
    const [service, server] = name.split(' ')
    return {
      service: service as DegradedService['service'],
      server: server ?? null,
      since: since.toISOString(),
      triedAt: openUntil.toISOString(),
      waiting: Number(waiting),
    }
  })
}
