import { statement } from '@/lib/db/statement'

type Batch = { batch: number; sagaBuckets: readonly number[]; callBuckets: readonly number[] }

/**
 * The one statement that counts: reads at most `$batch` events after the cursor, adds what they say to `measure` and moves the
 * cursor, all of it or nothing. The buckets are in milliseconds.
 *
 * - The cursor's row is locked first, so of two readers at once the second goes on where the first has left it.
 * - Only events below the oldest running transaction are read: none can appear behind the cursor any more.
 * - The cursor is asked for as two single values: joined, it would leave the index aside and read every event there is.
 * - What an event adds follows from it and from the events before it in its own stream, which stand by then wherever the
 *   cursor is; so the sums are the same however the events fall into batches.
 *
 * A saga is counted once, when it first ends: `attention` when it asks for a person then. What is done on the way back is a
 * compensation. A call took from its intent to its outcome; one that nobody recorded an outcome of is counted as lost, and
 * one that was not made, since the service is known to be away, not at all.
 */
export const advanceStatement = statement<Batch, { read: number }>(`
with reader as materialized (
  select txid, global_position from event_cursor where name = 'measures' for update
),
fresh as materialized (
  select e.* from event e
  where (e.txid, e.global_position) > ((select txid from reader), (select global_position from reader))
    and e.txid < pg_snapshot_xmin(pg_current_snapshot())
  order by e.txid, e.global_position limit $batch::int
),
ended as (
  select born.data->>'sagaType' as saga, f.occurred_at - born.occurred_at as took,
    case
      when f.data->>'outcome' = 'superseded' then 'superseded'
      when asked.type = 'AttentionRaised' then 'attention'
      else coalesce(f.data->>'outcome', 'attention')
    end as outcome
  from fresh f join event born on born.stream_id = f.stream_id and born.version = 1
    left join lateral (
      select a.type from event a where a.stream_id = f.stream_id and a.version < f.version
        and a.type in ('AttentionRaised', 'AttentionResolved', 'SagaRetried') order by a.version desc limit 1) asked on true
  where f.type in ('SagaCompleted', 'SagaFailed') and not exists (
    select from event e where e.stream_id = f.stream_id and e.version < f.version
      and e.type in ('SagaCompleted', 'SagaFailed'))
),
turned_back as (
  select born.data->>'sagaType' as saga
  from fresh f join event born on born.stream_id = f.stream_id and born.version = 1
  where f.type = 'CompensationStarted'
),
answered as (
  select f.data->>'step' as step, planned.step->>'service' as service, f.occurred_at - begun.occurred_at as took,
    case
      when f.type = 'StepSucceeded' then 'succeeded'
      when f.type = 'StepRefused' then 'refused'
      when f.type = 'StepDeferred' and f.data->'failure'->>'kind' <> 'unknown' then 'deferred'
      else 'unknown'
    end as outcome,
    f.type = 'StepOutcomeUnknown' as is_lost,
    coalesce(f.data->'failure'->>'kind', '') = 'circuit_open' as is_left_alone,
    exists (select from event c where c.stream_id = f.stream_id and c.version < f.version
      and c.type = 'CompensationStarted') as is_back
  from fresh f join event born on born.stream_id = f.stream_id and born.version = 1
    cross join lateral (
      select b.occurred_at from event b where b.stream_id = f.stream_id and b.version < f.version and b.type = 'StepStarted'
        and b.data->'step' = f.data->'step' and b.data->'attempt' = f.data->'attempt'
      order by b.version desc limit 1) begun
    cross join lateral (
      select p.step from jsonb_array_elements(born.data->'plan'->'steps' || (born.data->'plan'->'afterUndo')) p (step)
      where p.step->>'name' = regexp_replace(f.data->>'step', '^undo:', '') limit 1) planned
  where f.type in ('StepSucceeded', 'StepDeferred', 'StepRefused', 'StepOutcomeUnknown')
),
counted (name, labels, took, bounds) as (
  select 'saga', jsonb_build_object('saga', saga, 'outcome', outcome), took, $sagaBuckets::int[] from ended
  union all
  select 'turned_back', jsonb_build_object('saga', saga), interval '0', '{}' from turned_back
  union all
  select 'compensation', jsonb_build_object('step', step, 'outcome', outcome), interval '0', '{}' from answered where is_back
  union all
  select 'call', jsonb_build_object('service', service, 'operation', split_part(step, '-', 1), 'outcome', outcome), took,
    $callBuckets::int[] from answered where not is_lost and not is_left_alone
  union all
  select 'lost_call', jsonb_build_object('service', service), interval '0', '{}' from answered where is_lost
),
measured as (
  select name, labels::text as labels, bounds, greatest(round(extract(epoch from took) * 1000), 0)::bigint as ms from counted
),
added as (
  insert into measure (name, labels, le, count, sum_ms)
  select name, labels, coalesce((select min(b) from unnest(bounds) b where ms <= b)::float8, 'Infinity') as le, count(*), sum(ms)
  from measured group by 1, 2, 3
  on conflict (name, labels, le) do update
    set count = measure.count + excluded.count, sum_ms = measure.sum_ms + excluded.sum_ms
),
moved as (
  update event_cursor set txid = last.txid, global_position = last.global_position
  from (select txid, global_position from fresh order by txid desc, global_position desc limit 1) last
  where event_cursor.name = 'measures'
)
select count(*)::int as read from fresh
`)
