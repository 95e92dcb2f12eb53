import { changing } from './changing-columns'

/**
 * The one statement that records. `$1` is a JSON document of everything to write; see `toWrites` in append.ts.
 *
 * The guards come first: taking or releasing the driver's token and claiming a slot. Each is a conditional write that
 * returns a row only if it won, and everything after them selects from `allowed`, so a lost guard records nothing. A
 * wrong expected version breaks the primary key of `event` and with it the whole statement. The claim does not raise an
 * error when it loses (ON CONFLICT DO NOTHING): raising deadlocks under a rush for one slot. Holds that have lapsed,
 * and those of the browser that books, are let go of just before; one that another client lets go of is left to it. What
 * lies over another's claim locks it: should that be freed at the same moment, the trigger that inherits it comes after.
 */
export const appendStatement = `
with input as materialized (select $1::jsonb as doc),
buried as (
  select 1 from input, jsonb_array_elements_text(doc->'unlessBuried') k (effect_key) join tombstone using (effect_key)
),
took as (
  insert into driver (subject_kind, subject_id, token, until)
  select t.subject_kind, t.subject_id, t.token, t.until
  from input, jsonb_populate_recordset(null::driver, doc->'take') t
  where not exists (select from buried)
  on conflict (subject_id, subject_kind) do update set token = excluded.token, until = excluded.until
  where driver.until <= (select (doc->>'now')::timestamptz from input)
  returning 1
),
released as (
  update driver set until = least(driver.until, (doc->>'now')::timestamptz)
  from input, jsonb_populate_recordset(null::driver, doc->'release') r
  where (driver.subject_kind, driver.subject_id, driver.token) = (r.subject_kind, r.subject_id, r.token)
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
      or (h.held_until is not null and (doc->>'takes_held')::boolean)
    for update of h skip locked)
  returning 1
),
claimed as (
  insert into slot_claim
  select c.* from driving, input, (select count(*) from let_go) h, jsonb_populate_recordset(null::slot_claim, doc->'claim') c
  join jsonb_populate_recordset(null::appointment, doc->'appointment') a on a.id = c.appointment_id
  where case when (doc->>'takes_held')::boolean then is_untaken(c.doctor_id, tstzrange(c.starts_at, c.ends_at), c.appointment_id)
    else is_free(c.doctor_id, tstzrange(a.starts_at, a.ends_at), tstzrange(c.starts_at, c.ends_at),
      array_remove(array[c.appointment_id, (doc->>'holder')::uuid], null), (doc->>'now')::timestamptz) end
  on conflict do nothing
  returning 1
),
beneath as (
  select 1 from driving, input, jsonb_populate_recordset(null::slot_overlap, doc->'overlap') o join slot_claim c
    on c.doctor_id = o.doctor_id and c.starts_at <= o.starts_at and o.ends_at <= c.ends_at
  where c.held_until is null and c.appointment_id <> o.appointment_id
  for key share of c
),
allowed as (
  select 1 from driving, input
  where (select count(*) from claimed) = jsonb_array_length(doc->'claim')
    and (select count(*) from beneath) = jsonb_array_length(doc->'overlap') and not exists (select from buried)
),
recorded as (
  insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at)
  select (e->>'event_id')::uuid, (e->>'stream_id')::uuid, (e->>'version')::int, e->>'type',
         (e->>'schema_version')::smallint, e->'data', e->'metadata', (e->>'occurred_at')::timestamptz
  from allowed, input, jsonb_array_elements(doc->'events') with ordinality as x (e, position)
  order by position
  returning 1
),
freed as (
  delete from slot_claim using allowed, input, jsonb_populate_recordset(null::slot_claim, doc->'free') f
  where (slot_claim.appointment_id, slot_claim.doctor_id, slot_claim.starts_at, slot_claim.ends_at)
      = (f.appointment_id, f.doctor_id, f.starts_at, f.ends_at)
),
lying as (
  insert into slot_overlap select o.* from allowed, input, jsonb_populate_recordset(null::slot_overlap, doc->'overlap') o
),
left_off as (
  delete from slot_overlap using allowed, input, jsonb_populate_recordset(null::slot_overlap, doc->'leave') l
  where (slot_overlap.appointment_id, slot_overlap.doctor_id, slot_overlap.starts_at, slot_overlap.ends_at)
      = (l.appointment_id, l.doctor_id, l.starts_at, l.ends_at)
),
appointments as (
  insert into appointment select r.* from allowed, input, jsonb_populate_recordset(null::appointment, doc->'appointment') r
  on conflict (id) do update set ${changing.appointment}
),
roots as (
  insert into patient_root select r.* from allowed, input, jsonb_populate_recordset(null::patient_root, doc->'patient_root') r
  on conflict (patient_id) do update set ${changing.patient_root}
),
runs as (
  insert into run select r.* from allowed, input, jsonb_populate_recordset(null::run, doc->'run') r
  on conflict (id) do update set ${changing.run}
),
sagas as (
  insert into saga select r.* from allowed, input, jsonb_populate_recordset(null::saga, doc->'saga') r
  on conflict (saga_id) do update set ${changing.saga}
),
attempts as (
  insert into saga_step_attempt
  select r.* from allowed, input, jsonb_populate_recordset(null::saga_step_attempt, doc->'saga_step_attempt') r
  on conflict (saga_id, step, attempt) do update set ${changing.saga_step_attempt}
),
posted as (
  insert into outbox select r.* from allowed, input, jsonb_populate_recordset(null::outbox, doc->'outbox') r
),
patients as (
  insert into patient select r.* from allowed, input, jsonb_populate_recordset(null::patient, doc->'patient') r
  on conflict (id) do nothing
),
contacts as (
  update patient set email = coalesce(c.email, patient.email), email_index = coalesce(c.email_index, patient.email_index),
    phone = coalesce(c.phone, patient.phone)
  from allowed, input, jsonb_populate_recordset(null::patient, doc->'contact') c where patient.id = c.id
),
forgotten as (
  delete from patient_term t using allowed, input,
    (select distinct g.patient_id from input, jsonb_populate_recordset(null::patient_term, doc->'patient_term') g) g
  where t.patient_id = g.patient_id and not exists (
    select from jsonb_populate_recordset(null::patient_term, doc->'patient_term') n
    where (n.hash, n.patient_id) = (t.hash, t.patient_id))
),
findable as (
  insert into patient_term select r.* from allowed, input, jsonb_populate_recordset(null::patient_term, doc->'patient_term') r
  on conflict do nothing
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
),
revoked as (
  update visit_link set revoked_at = r.created_at, token = null
  from allowed, input, jsonb_populate_recordset(null::visit_link, doc->'visit_link') r
  where (visit_link.appointment_id, visit_link.contact_id) = (r.appointment_id, r.contact_id) and visit_link.revoked_at is null
  returning 1
),
linked as (
  insert into visit_link select r.* from allowed, input, (select count(*) from revoked) n,
    jsonb_populate_recordset(null::visit_link, doc->'visit_link') r
)
select
  exists (select from driving) as driving,
  exists (select from buried) as buried,
  exists (select from allowed) as allowed
`
