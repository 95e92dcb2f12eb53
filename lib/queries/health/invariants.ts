import type { Db } from '@/lib/db/client'
import { lostSettings } from '@/lib/db/connection'
import { nameFolding } from '@/lib/db/name-index'
import { statement } from '@/lib/db/statement'
import { channelNames } from '@/lib/domain/messages/channels'
import { streamKinds } from '@/lib/event-store/stream-kinds'
import { unreached } from '@/lib/queries/saga/unreached'
import { formerContactKind } from '@/lib/queries/visit/told-at'

/** A sentence that must hold, and the rows that break it. */
export type Invariant = { name: string; broken: Record<string, unknown>[] }

/** How long something may be late before nobody can be at work on it. */
const lateSeconds = 600

/** A patient may take an hour to leave another address. */
const unreachedSeconds = 3_600 + lateSeconds

/** A visit none of whose sagas is at work or asks for a person: what holds only at rest must hold of it. */
const settled = `
  settled as (
    select a.* from appointment a where not exists (
      select from saga s where (s.subject_kind, s.subject_id) = ('appointment', a.id)
        and (s.status in ('RUNNING', 'COMPENSATING') or s.needs_attention
             or (s.status = 'FAILED' and s.outcome is null))))`

/** A visit, and with the buffers around it. */
const hourOf = (visit: string) => `tstzrange(${visit}.starts_at, ${visit}.ends_at)`
const takenBy = (visit: string) => `tstzrange(${visit}.starts_at - make_interval(mins => ${visit}.before_minutes),
  ${visit}.ends_at + make_interval(mins => ${visit}.after_minutes))`

/** What a doctor's visits lie over of others' claims, as a range of ranges. */
const liesOver = (whose: string) =>
  `coalesce((select range_agg(${hourOf('o')}) from slot_overlap o where ${whose}), '{}')`

/** What the store knows of each kind of stream. */
const kinds = Object.values(streamKinds)

/** How a visit ends that was kept, or missed: nobody takes its hour away. */
const attended = `('no_show', 'completed', 'reopened')`

/** Channels by name, as SQL lists them. */
const channelList = channelNames.map((name) => `'${name}'`).join(', ')

const sentences: Record<string, string> = {
  'Live visits of one doctor never overlap, but where one was laid over the other.': `
    select a.id, b.id as other from appointment a join appointment b
      on a.doctor_id = b.doctor_id and a.id < b.id and a.status <> 'ended' and b.status <> 'ended'
     and a.starts_at < b.ends_at and b.starts_at < a.ends_at
     and not ${liesOver('o.appointment_id in (a.id, b.id)')} @> (${hourOf('a')} * ${hourOf('b')})`,

  'A live visit holds its own slot.': `
    select a.id from appointment a where a.status <> 'ended' and not coalesce((
      select range_agg(${hourOf('c')}) from slot_claim c where (c.appointment_id, c.doctor_id) = (a.id, a.doctor_id)), '{}')
      + ${liesOver('o.appointment_id = a.id')} @> ${takenBy('a')}`,

  'A live visit holds no other slot, unless it is being moved.': `
    with ${settled} select a.id from settled a join slot_claim c on c.appointment_id = a.id
    where a.status <> 'ended' and not (c.doctor_id = a.doctor_id and ${takenBy('a')} @> ${hourOf('c')})`,

  'What lies over another’s claim is claimed all the same.': `
    select o.* from slot_overlap o where not coalesce((
      select range_agg(${hourOf('c')}) from slot_claim c
      where c.doctor_id = o.doctor_id and c.starts_at < o.ends_at and o.starts_at < c.ends_at), '{}') @> ${hourOf('o')}`,

  'A visit that was called off or declined holds no slot.': `
    select a.id from appointment a
    join (select appointment_id from slot_claim union all select appointment_id from slot_overlap) c on c.appointment_id = a.id
    where a.status = 'ended' and a.ended_because not in ${attended}`,

  'A live visit stands in the calendar once, at its hour, as it is.': `
    with ${settled} select a.id from settled a left join calendar_event e on e.appointment_id = a.id
    where a.status <> 'ended' and ((e.starts_at, e.ends_at, e.status) is distinct from
      (a.starts_at, a.ends_at, case a.status when 'confirmed' then 'confirmed' else 'tentative' end))`,

  'A visit that was called off or declined stands in no calendar.': `
    with ${settled} select a.id from settled a join calendar_event e on e.appointment_id = a.id
    where a.status = 'ended' and a.ended_because not in ${attended}`,

  'A coming visit is opened by one link of whoever is told of it.': `
    select a.id from appointment a where a.status <> 'ended' and a.starts_at > $now::timestamptz and (
      select count(*) from visit_link l
      where (l.appointment_id, l.contact_id) = (a.id, a.patient_id) and l.revoked_at is null) <> 1`,

  'A visit that is not confirmed has no reminder waiting.': `
    with ${settled} select a.id, r.kind from settled a join reminder r on r.appointment_id = a.id
    where a.status <> 'confirmed' and r.status = 'waiting'`,

  'A booking that was undone has ended.': `
    select s.saga_id from saga s join appointment a on a.id = s.subject_id
    where s.type = 'appointment-created' and s.outcome = 'undone' and a.status <> 'ended'`,

  'A step takes effect once; only what takes something back may be repeated.': `
    select saga_id, step from saga_step_attempt
    where outcome = 'succeeded' and step not like 'undo:%' and step <> 'remove-calendar-event'
    group by saga_id, step having count(*) > 1`,

  'A message whose step succeeded was sent.': `
    select t.saga_id, t.step, t.key from saga_step_attempt t left join message m on m.key = t.key
    where t.service in (${channelList}) and t.outcome = 'succeeded' and coalesce(m.status, 'stored') = 'stored'`,

  'A request that a doctor wants in a digest is in one within a day.': `
    select key from message
    where status = 'held' and created_at < $now::timestamptz - make_interval(hours => 25, secs => ${lateSeconds})`,

  'A saga that gave up has asked for a person.': `
    select s.saga_id from saga s where s.status = 'FAILED' and s.outcome is null and not s.needs_attention
      and not exists (select from event e where e.stream_id = s.saga_id and e.type = 'AttentionResolved')`,

  'Who could not be reached for an hour, and has left no other address, is known to the desk.': `
    ${unreached} and t.ended_at < $now::timestamptz - make_interval(secs => ${unreachedSeconds})`,

  'Who read of a visit at a former address is told of the change within a day, or the desk is.': `
    select m.key, m.subject_id as id from message m
    where m.kind = '${formerContactKind}' and m.status = 'stored' and m.delivery is null
      and m.created_at < $now::timestamptz - make_interval(hours => 24)`,

  'Versions have no holes, and every stream is known as far as it goes.': `
    select e.stream_id, count(*), max(e.version) from event e left join (
      ${kinds.map(({ known: { table, id } }) => `select ${id} as id, version from ${table}`).join(' union all ')}
    ) known on known.id = e.stream_id
    group by e.stream_id, known.version
    having count(*) <> max(e.version) or max(e.version) is distinct from known.version`,

  'A stream holds events of one kind, and of one that is known.': `
    select e.stream_id, array_agg(distinct e.type) as types from event e left join (values
      ${kinds.flatMap(({ types }, kind) => Object.keys(types).map((type) => `('${type}', ${kind})`)).join(', ')}
    ) known (type, kind) using (type)
    group by e.stream_id having count(*) <> count(known.kind) or count(distinct known.kind) > 1`,

  'Every event that starts a saga has started one.': `
    select o.event_id from outbox o
    where o.subject_kind <> 'run' and not exists (select from saga s where s.saga_id = (o.payload->>'sagaId')::uuid)`,

  'Nothing is late without anybody at work on it.': `
    select s.saga_id from saga s left join driver d using (subject_kind, subject_id)
    where s.status in ('RUNNING', 'COMPENSATING') and greatest(coalesce(s.next_at, s.updated_at), d.until)
      < $now::timestamptz - make_interval(secs => ${lateSeconds})`,

  'Every event that leaves has arrived.': `
    select event_id, status from outbox
    where status <> 'ACKED' and next_at < $now::timestamptz - make_interval(secs => ${lateSeconds})`,

  'Only its patient calls a visit off late.': `
    select id from appointment where cancelled_late and ended_because is distinct from 'cancelled_by_patient'`,

  'Every name is indexed by the folding of today.': `
    select id, name_folding from patient where name_folding is distinct from ${nameFolding}`,

  'Everybody of whom something is kept is registered.': `
    select p.id from patient p where not exists (select from patient_root r where r.patient_id = p.id)`,

  'An alias names a root, and no other alias.': `
    select a.patient_id, a.root_id from patient_root a left join patient_root r on r.patient_id = a.root_id
    where r.root_id is distinct from a.root_id`,

  'A merge, or its undoing, stands in the stream of everyone it concerns.': `
    select type, data->>'mergeId' as merge from event where type in ('PatientsMerged', 'MergeUndone')
    group by type, data->>'mergeId' having count(distinct stream_id) <> 1 + max(jsonb_array_length(data->'members'))`,

  'Each visit inside a closed time that was dealt with was called off, moved or kept as was asked.': `
    with closed as (
      select r.*, o.input from run r join run_order o on o.run_id = r.id
      where r.kind = 'closure' and r.state = 'finished')
    select a.id from closed r join time_off t on t.id = r.id
      join appointment a on a.doctor_id = r.doctor_id and a.starts_at < t.ends_at and a.ends_at > t.starts_at
    where a.status <> 'ended' and a.starts_at > r.updated_at and a.created_at < r.updated_at
      and not exists (select from run_item i where i.run_id = r.id and i.subject_id = a.id)
    union all
    select i.subject_id from closed r join run_item i on i.run_id = r.id
    where i.said in ('called_off', 'moved') and not exists (
      select from event e where e.stream_id = i.subject_id and e.metadata->>'causationId' = r.id::text
        and e.type = case i.said when 'moved' then 'AppointmentRescheduled' else 'AppointmentCancelled' end)`,

  'A connection has the settings that are relied on.': lostSettings,
}

/** The sentences, in the order in which they are read. */
export const invariantNames: readonly string[] = Object.keys(sentences)

/**
 * Returns every invariant with what breaks it, as the database stands. `now` is an ISO instant. At most 100 rows each.
 */
export async function readInvariants(db: Db, now: string): Promise<Invariant[]> {
  const read = async ([name, sql]: [string, string]) => {
    const limited = `select to_jsonb(broken) as row from (${sql}) broken limit 100`
    const rows = await statement<{ now: string }, { row: Record<string, unknown> }>(limited).read(db, { now })
    return { name, broken: rows.map(({ row }) => row) }
  }
  return Promise.all(Object.entries(sentences).map(read))
}
