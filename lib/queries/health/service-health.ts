import type { Db } from '@/lib/db/client'
import { statement } from '@/lib/db/statement'
import { services } from '@/lib/domain/saga/failure'

/** How a service has done in one hour: calls, and those it did not answer. `from` is an ISO instant. */
export type ServiceHour = { from: string; calls: number; failed: number }

export type ServiceHealth = {
  service: string
  /** The last 24 hours, oldest first. */
  hours: ServiceHour[]
  medianMs: number | null
  /** How the last call ended: `silent` without an answer, `refused` with a no; null when there was none in 24 hours. */
  last: 'answered' | 'refused' | 'silent' | null
  lastAt: string | null
}

/** A call that was not answered; a refusal of a person's address is an answer. */
const silent = `(outcome in ('deferred', 'unknown') or coalesce(failure->>'kind', '') = 'exhausted')`

type Row = {
  service: string
  hours: ServiceHour[]
  medianMs: number | null
  last: ServiceHealth['last']
  lastAt: Date | null
}

const serviceHealthStatement = statement<{ now: string; services: readonly string[] }, Row>(`
with hour as (
   select generate_series(date_trunc('hour', $now::timestamptz - interval '23 hours'), $now::timestamptz, '1 hour') as hour),
 service as (select unnest($services::text[]) as service),
 call as (
   select service, started_at, ended_at, outcome, ${silent} as silent from saga_step_attempt
   where started_at > date_trunc('hour', $now::timestamptz - interval '23 hours') and started_at <= $now::timestamptz
     and outcome is not null and coalesce(failure->>'kind', '') <> 'circuit_open')
 select s.service,
   (select jsonb_agg(jsonb_build_object('from', to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
             'calls', calls, 'failed', failed) order by hour)
    from (select hour, count(c.service) as calls, count(*) filter (where c.silent) as failed
          from hour left join call c on c.service = s.service and date_trunc('hour', c.started_at) = hour
          group by hour) counted) as hours,
   (select percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at) * 1000)::float8
    from call c where c.service = s.service and not c.silent) as "medianMs",
   latest.last, latest.started_at as "lastAt"
 from service s left join lateral (
   select case when silent then 'silent' when outcome = 'refused' then 'refused' else 'answered' end as last, started_at
   from call c where c.service = s.service order by started_at desc limit 1) latest on true
 order by s.service`)

/** Returns how each service has done in the 24 hours before `now` (ISO instant), from the attempts of sagas. */
export async function readServiceHealth(db: Db, now: string): Promise<ServiceHealth[]> {
  const rows = await serviceHealthStatement.read(db, { now, services })
  return rows.map((row) => ({ ...row, lastAt: row.lastAt?.toISOString() ?? null }))
}
