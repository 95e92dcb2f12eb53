import { isLive } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { replay } from '@/lib/domain/appointment/evolve'
import { intervalOf, overlap, type Span, without } from '@/lib/domain/intervals'
import { planOf, type SagaType } from '@/lib/domain/saga/plans'
import type { Slot } from '@/lib/domain/schedule/slot'
import { project } from '@/lib/event-store/project'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfAppointment, isOfSaga } from '@/lib/event-store/stream-kinds'
import type { SlotClaimRow } from '@/lib/projections/slot-claim'
import type { Clinic } from './clinic'
import { load, spanOf } from './database'
import { replaySaga } from './open-saga'

/** What must hold at every commit, and not only at the end. Answers with sentences that do not hold. */
export function brokenOnTheWay(clinic: Clinic): string[] {
  return [...brokenSlots(clinic), ...brokenTurns(clinic), ...brokenMoots(clinic)]
}

/**
 * P6, P15: nothing is begun for a visit that was over when its saga was read, but what is undone and what its end
 * asks for; a reminder only for a confirmed visit, at the hour it was about, that has not begun.
 */
function brokenMoots({ database }: Clinic): string[] {
  return database.commits.flatMap(({ added, readAfter, now }) => {
    const begun = added.filter(isOfSaga).find(({ event }) => event.type === 'StepStarted')
    if (!begun || readAfter === undefined) return []
    const saga = replaySaga(load(database, begun.streamId).slice(0, begun.version))
    const known = database.commits.slice(0, readAfter).flatMap((commit) => commit.added)
    const stream = known.filter(isOfAppointment).filter(({ streamId }) => streamId === saga.subject.id)
    const visit = replay(stream.map(({ event }) => event))
    const overtaker = known.filter(isOfSaga).find(({ event }) => {
      if (event.type !== 'SagaStarted' || event.data.subject.id !== saga.subject.id) return false
      return event.data.turn > saga.turn && planOf(event.data.sagaType).overtakes
    })
    if (overtaker) return [`P6: ${saga.sagaId} went on though the visit had been ended`]
    if (saga.type !== 'appointment-reminder') return []
    const isWanted =
      visit.state === 'confirmed' && visit.slot.startsAt > now && isStillAbout(stream, saga.turn, visit.slot)
    return isWanted ? [] : [`P15: ${saga.sagaId} reminds of a visit that is not to come`]
  })
}

function isStillAbout(stream: readonly Recorded<AppointmentEvent>[], turn: number, slot: Slot): boolean {
  const then = replay(stream.filter(({ version }) => version <= turn).map(({ event }) => event))
  const hasMoved = stream.some(({ version, event }) => version > turn && event.type === 'AppointmentRescheduled')
  return then.state === 'confirmed' && (!hasMoved || then.slot.startsAt === slot.startsAt)
}

/**
 * P4: nothing comes to lie on a live visit of a doctor but what was laid there; what a visit has and, while it moves, what
 * it had is claimed at every moment, and by itself where it was not laid over another.
 */
function brokenSlots({ database }: Clinic): string[] {
  const held = new Map<string, Slot[]>()
  const streams = new Map<string, Recorded[]>()
  const broken: string[] = []
  for (const { added, claims: all } of database.commits) {
    for (const recorded of added.filter(isOfAppointment)) {
      const { streamId } = recorded
      const stream = [...(streams.get(streamId) ?? []), recorded]
      streams.set(streamId, stream)
      const visit = replay(stream.filter(isOfAppointment).map(({ event }) => event))
      const slots = isLive(visit) ? [visit.slot, ...(visit.movedFrom ? [visit.movedFrom] : [])] : []
      held.set(streamId, slots)
      const others = [...held].filter(([id]) => id !== streamId).flatMap(([, theirs]) => theirs)
      const { slot_claim: claims, slot_overlap: laid } = project(stream)
      const landed = landedOn(recorded, claims)
      if (landed.some((row) => others.some((other) => overlap(spanOf(row), intervalOf(other)))))
        broken.push(`P4: ${streamId} overlaps`)
      if (laid.length === 0 && !slots.every((slot) => claims.some((claim) => isOf(claim, slot))))
        broken.push(`P4: ${streamId} holds too little`)
    }
    const unclaimed = [...held.values()]
      .flat()
      .filter((slot) => all.map(spanOf).reduce(without, [intervalOf(slot)]).length > 0)
    for (const { startsAt } of unclaimed) broken.push(`P4: nobody claims ${startsAt}, which is taken`)
  }
  return broken
}

/** What a visit comes to claim by an event that takes an hour; nothing by any other. */
function landedOn({ event }: Recorded, claims: readonly SlotClaimRow[]): readonly SlotClaimRow[] {
  if (event.type === 'AppointmentCreated') return claims
  if (event.type !== 'AppointmentRescheduled') return []
  return claims.filter((claim) => isOf(claim, event.data))
}

function isOf(claim: SlotClaimRow, { startsAt, endsAt }: Span): boolean {
  return claim.starts_at === startsAt && claim.ends_at === endsAt
}

type Standing = { type: SagaType; appointmentId: string; turn: number; isAtWork: boolean; needsAttention: boolean }

/** P5, P6: no step begins while an earlier turn is at work; none at all once a saga has begun that overtakes it. */
function brokenTurns({ database }: Clinic): string[] {
  const sagas = new Map<string, Standing>()
  const overtaken = new Map<string, number>()
  const broken: string[] = []
  for (const { streamId, event } of database.commits.flatMap(({ added }) => added).filter(isOfSaga)) {
    if (event.type === 'SagaStarted') {
      const { sagaType: type, subject, turn } = event.data
      const appointmentId = subject.id
      sagas.set(streamId, { type, appointmentId, turn, isAtWork: true, needsAttention: false })
    }
    const saga = sagas.get(streamId)
    if (!saga) continue
    const { type, appointmentId, turn } = saga
    const earlier = [...sagas.values()].filter(
      (standing) => standing.appointmentId === appointmentId && standing.turn < turn,
    )
    switch (event.type) {
      case 'StepStarted': {
        if (earlier.some((standing) => standing.isAtWork)) broken.push(`P5: ${streamId} did not wait for its turn`)
        if (turn < (overtaken.get(appointmentId) ?? 0)) broken.push(`P6: ${streamId} went on though it was overtaken`)
        if (!planOf(type).overtakes) break
        if (earlier.some((standing) => standing.needsAttention)) broken.push(`P6: ${streamId} left somebody asked for`)
        overtaken.set(appointmentId, turn)
        break
      }
      case 'AttentionRaised':
        saga.needsAttention = true
        break
      case 'AttentionResolved':
        saga.needsAttention = false
        break
      case 'SagaRetried':
        // One that had ended is at work again, but who looked before does not wait for it: a stated limit.
        saga.needsAttention = false
        break
      case 'SagaCompleted':
      case 'SagaFailed':
        saga.isAtWork = false
        if (event.data.outcome === 'superseded') saga.needsAttention = false
        break
    }
  }
  return broken
}
