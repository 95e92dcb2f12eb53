import type { Db } from '@/lib/db/client'

/** A sentence that must hold, and the rows that break it. */
export type Invariant = { name: string; broken: Record<string, unknown>[] }

/** How long something may be late before nobody can be at work on it. */
const lateSeconds = 600

/** A visit none of whose sagas is at work or asks for a person: what holds only at rest must hold of it. */
const settled = `
  settled as (
    select a.* from appointment a where not exists (
      select from saga s where s.appointment_id = a.id
        and (s.status in ('RUNNING', 'COMPENSATING') or s.needs_attention
             or (s.status = 'FAILED' and s.outcome is null))))`

/** A claim covers its visit and the buffers around it. */
const ownClaim = `(c.appointment_id, c.doctor_id) = (a.id, a.doctor_id)
  and c.starts_at = a.starts_at - make_interval(mins => a.before_minutes)
  and c.ends_at = a.ends_at + make_interval(mins => a.after_minutes)`

/** How a visit ends that was kept, or missed: nobody takes its hour away. */
const attended = `('no_show', 'completed', 'reopened')`

const sentences: Record<string, string> = {
  'Live visits of one doctor never overlap.': `
    select a.id, b.id as other from appointment a join appointment b
      on a.doctor_id = b.doctor_id and a.id < b.id and a.status <> 'ended' and b.status <> 'ended'
     and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,

  'A live visit holds its own slot.': `
    select a.id from appointment a where a.status <> 'ended' and not exists (
      select from slot_claim c where ${ownClaim})`,

  'A live visit holds no other slot, unless it is being moved.': `
    with ${settled} select a.id from settled a join slot_claim c on c.appointment_id = a.id
    where a.status <> 'ended' and not (${ownClaim})`,

  'A visit that was called off or declined holds no slot.': `
    select a.id from appointment a join slot_claim c on c.appointment_id = a.id
    where a.status = 'ended' and a.ended_because not in ${attended}`,

  'A live visit stands in the calendar once, at its hour, as it is.': `
    with ${settled} select a.id from settled a left join calendar_event e on e.appointment_id = a.id
    where a.status <> 'ended' and ((e.starts_at, e.ends_at, e.status) is distinct from
      (a.starts_at, a.ends_at, case a.status when 'confirmed' then 'confirmed' else 'tentative' end))`,

  'A visit that was called off or declined stands in no calendar.': `
    with ${settled} select a.id from settled a join calendar_event e on e.appointment_id = a.id
    where a.status = 'ended' and a.ended_because not in ${attended}`,

  'A visit that is not confirmed has no reminder waiting.': `
    with ${settled} select a.id, r.kind from settled a join reminder r on r.appointment_id = a.id
    where a.status <> 'confirmed' and r.status = 'waiting'`,

  'A booking that was undone has ended.': `
    select s.saga_id from saga s join appointment a on a.id = s.appointment_id
    where s.type = 'appointment-created' and s.outcome = 'undone' and a.status <> 'ended'`,

  'A step takes effect once; only what takes something back may be repeated.': `
    select saga_id, step from saga_step_attempt
    where outcome = 'succeeded' and step not like 'undo:%' and step <> 'remove-calendar-event'
    group by saga_id, step having count(*) > 1`,

  'A message whose step succeeded was sent.': `
    select t.saga_id, t.step, t.key from saga_step_attempt t left join message m on m.key = t.key
    where t.service in ('mail', 'sms') and t.outcome = 'succeeded' and m.status is distinct from 'sent'`,

  'A saga that gave up has asked for a person.': `
    select s.saga_id from saga s where s.status = 'FAILED' and s.outcome is null and not s.needs_attention
      and not exists (select from event e where e.stream_id = s.saga_id and e.type = 'AttentionResolved')`,

  'Versions have no holes, and every stream is known as far as it goes.': `
    select e.stream_id, count(*), max(e.version) from event e
      left join appointment a on a.id = e.stream_id left join saga s on s.saga_id = e.stream_id
    group by e.stream_id, a.version, s.version
    having count(*) <> max(e.version) or max(e.version) is distinct from coalesce(a.version, s.version)`,

  'Every event that starts a saga has started one.': `
    select o.event_id from outbox o where o.payload ? 'appointmentId'
      and not exists (select from saga s where s.saga_id = (o.payload->>'sagaId')::uuid)`,

  'Nothing is late without anybody at work on it.': `
    select s.saga_id from saga s left join driver d using (appointment_id)
    where s.status in ('RUNNING', 'COMPENSATING') and greatest(coalesce(s.next_at, s.updated_at), d.until)
      < $1::timestamptz - make_interval(secs => ${lateSeconds})`,

  'Every event that leaves has arrived.': `
    select event_id, status from outbox
    where status <> 'ACKED' and next_at < $1::timestamptz - make_interval(secs => ${lateSeconds})`,
}

/** The sentences, in the order in which they are read. */
export const invariantNames: readonly string[] = Object.keys(sentences)

/** Every invariant with what breaks it, as the database stands. `now` is an ISO instant. At most 100 rows each. */
export async function readInvariants(db: Db, now: string): Promise<Invariant[]> {
  const read = async ([name, sql]: [string, string]) => {
    const limited = `select to_jsonb(broken) as row from (${sql}) broken limit 100`
    const rows = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      limited,
      ...(sql.includes('$1') ? [now] : []),
    )
    return { name, broken: rows.map(({ row }) => row) }
  }
  return Promise.all(Object.entries(sentences).map(read))
}
