import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { statement } from '@/lib/db/statement'
import { type Channel, channelNames } from '@/lib/domain/messages/channels'
import { masked } from '@/lib/domain/people/masked'
import { type FailureKind, failureKinds } from '@/lib/domain/saga/failure'
import { sayingAgain } from '@/lib/queries/saga/unreached'

/** Where a patient was last told of their visit by a channel, masked, and whether that reached them. */
export type ToldAt = { channel: Channel; to: string; state: 'waiting' | 'sent' | 'returned' }

type Row = {
  channel: Channel
  recipient: Uint8Array
  status: string
  delivery: string | null
  kind: FailureKind | null
  is_mending: boolean
}

/** What an address that is no longer theirs is told is nothing the patient was told. */
export const formerContactKind = 'contact_changed'

const last = statement<{ appointmentId: string }, Row>(`
  select distinct on (m.channel) m.channel, m.recipient, m.status, m.delivery, t.kind, exists (
      select from saga mended where (mended.subject_kind, mended.subject_id) = (m.subject_kind, m.subject_id)
        and mended.turn > s.turn and case m.channel ${sayingAgain} end = any(mended.step_names)
        and mended.status = 'RUNNING') as is_mending
  from message m left join saga s using (saga_id) left join lateral (
    select failure->>'kind' as kind from saga_step_attempt
    where saga_id = m.saga_id and key = m.key order by attempt desc limit 1) t on true
  where m.subject_kind = 'appointment' and m.subject_id = $appointmentId::uuid and m.role = 'patient'
    and m.kind <> '${formerContactKind}'
  order by m.channel, m.created_at desc, m.key desc`)

/** Returns where the patient of a visit was last told, by each channel that told them anything, the first channel first. */
export async function listToldAt(db: Db, appointmentId: string): Promise<ToldAt[]> {
  const rows = await last.read(db, { appointmentId })
  const told = rows.map((row) => ({
    channel: row.channel,
    to: masked(open(row.recipient, 'message.recipient')),
    state: stateOf(row),
  }))
  return told.toSorted((a, b) => channelNames.indexOf(a.channel) - channelNames.indexOf(b.channel))
}

type Told = { appointmentId: string; channel: Channel }

const all = statement<Told, Row>(`
  select m.channel, m.recipient, m.status, m.delivery, t.kind, false as is_mending
  from message m left join lateral (
    select failure->>'kind' as kind from saga_step_attempt
    where saga_id = m.saga_id and key = m.key order by attempt desc limit 1) t on true
  where (m.subject_kind, m.subject_id) = ('appointment', $appointmentId::uuid) and m.channel = $channel
    and m.role = 'patient' and m.kind <> '${formerContactKind}'`)

/** Returns whether anything about a visit has reached this address, or may still: it knows of the visit. */
export async function knowsOfVisit(db: Db, { address, ...told }: Told & { address: string }): Promise<boolean> {
  const rows = await all.read(db, told)
  return rows.some((row) => stateOf(row) !== 'returned' && open(row.recipient, 'message.recipient') === address)
}

/** A mail that was refused for good later, by the server of its reader, is as one that was refused at once. */
function stateOf({ status, delivery, kind, is_mending }: Row): ToldAt['state'] {
  if (is_mending) return 'waiting'
  if (delivery === 'bounced' || (kind && failureKinds[kind].isOfAddress)) return 'returned'
  return status === 'sent' ? 'sent' : 'waiting'
}
