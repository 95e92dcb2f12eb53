/**
 * The one statement that records. `$1` is a JSON document of everything to write; see `Writes` in append.ts.
 *
 * The guards come first: taking or releasing the driver's token and claiming a slot. Each is a conditional write that
 * returns a row only if it won, and everything after them selects from `allowed`, so a lost guard records nothing. A
 * wrong expected version breaks the primary key of `event` and with it the whole statement. The claim does not raise
 * an error when it loses (ON CONFLICT DO NOTHING): raising deadlocks under a rush for one slot. Holds that have lapsed, and
 * those of the browser that books, are let go of just before; one that another client lets go of is left to it.
 */
export const appendStatement = `
with input as materialized (select $1::jsonb as doc),
buried as (
  select 1 from input, jsonb_array_elements_text(doc->'unlessBuried') k (effect_key) join tombstone using (effect_key)
),
took as (
  insert into driver (appointment_id, token, until)
  select t.appointment_id, t.token, t.until
  from input, jsonb_populate_recordset(null::driver, doc->'take') t
  where not exists (select from buried)
  on conflict (appointment_id) do update set token = excluded.token, until = excluded.until
  where driver.until <= (select (doc->>'now')::timestamptz from input)
  returning 1
),
released as (
  update driver set until = least(driver.until, (doc->>'now')::timestamptz)
  from input, jsonb_populate_recordset(null::driver, doc->'release') r
  where driver.appointment_id = r.appointment_id and driver.token = r.token
  returning 1
),
driving as (
  select 1 from input
  where (select count(*) from took) + (select count(*) from released)
      = jsonb_array_length(doc->'take') + jsonb_array_length(doc->'release')
),
let_go as (
  delete from slot_claim where (appointment_id, doctor_id, starts_at, ends_at) in (
    select h.appointment_id, h.doctor_id, h.starts_at, h.ends_at
    from input, jsonb_populate_recordset(null::slot_claim, doc->'claim') c join slot_claim h
      on h.doctor_id = c.doctor_id and h.starts_at < c.ends_at and c.starts_at < h.ends_at
    where h.held_until <= (doc->>'now')::timestamptz or h.holder = (doc->>'holder')::uuid
    for update of h skip locked)
  returning 1
),
claimed as (
  insert into slot_claim
  select c.* from driving, input, jsonb_populate_recordset(null::slot_claim, doc->'claim') c, (select count(*) from let_go) h
  on conflict do nothing
  returning 1
),
allowed as (
  select 1 from driving, input
  where (select count(*) from claimed) = jsonb_array_length(doc->'claim') and not exists (select from buried)
),
recorded as (
  insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at)
  select (e->>'event_id')::uuid, (e->>'stream_id')::uuid, (e->>'version')::int, e->>'type', 1, e->'data', e->'metadata',
         (e->>'occurred_at')::timestamptz
  from allowed, input, jsonb_array_elements(doc->'events') with ordinality as x (e, position)
  order by position
  returning 1
),
freed as (
  delete from slot_claim using allowed, input, jsonb_populate_recordset(null::slot_claim, doc->'free') f
  where (slot_claim.appointment_id, slot_claim.doctor_id, slot_claim.starts_at, slot_claim.ends_at)
      = (f.appointment_id, f.doctor_id, f.starts_at, f.ends_at)
),
appointments as (
  insert into appointment select r.* from allowed, input, jsonb_populate_recordset(null::appointment, doc->'appointment') r
  on conflict (id) do update set
    version = excluded.version, doctor_id = excluded.doctor_id, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, status = excluded.status, ended_because = excluded.ended_because,
    updated_at = excluded.updated_at, confirmed_at = excluded.confirmed_at,
    arrived_at = excluded.arrived_at
),
sagas as (
  insert into saga select r.* from allowed, input, jsonb_populate_recordset(null::saga, doc->'saga') r
  on conflict (saga_id) do update set
    version = excluded.version, status = excluded.status, current_step = excluded.current_step, data = excluded.data,
    outcome = excluded.outcome, needs_attention = excluded.needs_attention, fingerprint = excluded.fingerprint,
    next_at = excluded.next_at, deadline_at = excluded.deadline_at, updated_at = excluded.updated_at
),
attempts as (
  insert into saga_step_attempt
  select r.* from allowed, input, jsonb_populate_recordset(null::saga_step_attempt, doc->'saga_step_attempt') r
  on conflict (saga_id, step, attempt) do update set
    ended_at = excluded.ended_at, outcome = excluded.outcome, failure = excluded.failure
),
posted as (
  insert into outbox select r.* from allowed, input, jsonb_populate_recordset(null::outbox, doc->'outbox') r
),
patients as (
  insert into patient select r.* from allowed, input, jsonb_populate_recordset(null::patient, doc->'patient') r
  on conflict (id) do nothing
),
messages as (
  insert into message select r.* from allowed, input, jsonb_populate_recordset(null::message, doc->'message') r
  on conflict (key) do nothing
),
notes as (
  insert into note select r.* from allowed, input, jsonb_populate_recordset(null::note, doc->'note') r
  on conflict (id) do nothing
),
tombstones as (
  insert into tombstone select r.* from allowed, input, jsonb_populate_recordset(null::tombstone, doc->'tombstone') r
  on conflict (effect_key) do nothing
)
select
  exists (select from driving) as driving,
  exists (select from buried) as buried,
  exists (select from allowed) as allowed
`
