import type { Db } from '@/lib/db/client'
import { statement } from '@/lib/db/statement'
import { type Channel, channelNames, stepSaying } from '@/lib/domain/messages/channels'
import { failureKindsThat } from '@/lib/domain/saga/failure'
import { secondMs } from '@/lib/domain/time'

/** The ways to fail of an address, as SQL lists them. */
const ofAddress = failureKindsThat('isOfAddress')
  .map((kind) => `'${kind}'`)
  .join(', ')

/** The step by which each channel says something again at another address. */
export const sayingAgain = channelNames
  .map((channel) => `when '${channel}' then '${stepSaying(channel, 'again')}'`)
  .join(' ')

/**
 * Selects, as `t`, the attempts of sagas that went on without telling the patient of a live visit `a`, since their
 * address is wrong, and have asked nobody since: neither the desk, nor has the patient left another.
 */
export const unreached = `
  select distinct t.saga_id, a.id
  from saga_step_attempt t join saga s using (saga_id) join appointment a on a.id = s.subject_id
  where t.failure->>'kind' in (${ofAddress}) and t.outcome = 'refused' and a.status <> 'ended'
    and not exists (
      select from saga mended where (mended.subject_kind, mended.subject_id) = (s.subject_kind, s.subject_id)
        and mended.turn > s.turn and case t.service ${sayingAgain} end = any(mended.step_names))
    and not exists (
      select from event e join event refused on refused.stream_id = e.stream_id and refused.version < e.version
      where e.stream_id = t.saga_id and refused.type = 'StepRefused'
        and (refused.data->>'step', (refused.data->>'attempt')::int) = (t.step, t.attempt)
        and (e.type = 'SagaRetried'
             or e.type in ('AttentionRaised', 'StepSkipped') and e.data->>'step' = t.step))`

const inVain = statement<{ now: string; patienceSeconds: number }, { saga_id: string }>(`${unreached}
  and least(t.ended_at, a.starts_at - 2 * make_interval(secs => $patienceSeconds))
    <= $now::timestamptz - make_interval(secs => $patienceSeconds)`)

/**
 * Returns the sagas of live visits whose patient could not be reached for `patienceMs`, or comes sooner than that, and
 * about whom nobody was asked. `now` is an ISO instant.
 */
export async function listUnreached(db: Db, now: string, patienceMs: number): Promise<string[]> {
  const rows = await inVain.read(db, { now, patienceSeconds: patienceMs / secondMs })
  return rows.map(({ saga_id }) => saga_id)
}

const asking = statement<{ appointmentId: string; channel: string }, { sagaId: string; version: number }>(`
  select s.saga_id as "sagaId", s.version from saga s
  where (s.subject_kind, s.subject_id) = ('appointment', $appointmentId::uuid) and s.needs_attention
    and not exists (
      select from jsonb_array_elements(s.data->'asksAbout') f
      where f->>'kind' not in (${ofAddress}) or f->>'service' <> $channel)
  order by s.turn`)

/** Returns the sagas of a visit that ask for a person only because of the address by which a channel reaches its patient. */
export async function listAskingOfAddress(db: Db, appointmentId: string, channel: Channel) {
  return asking.read(db, { appointmentId, channel })
}
