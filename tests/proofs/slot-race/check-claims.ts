import type { Db } from '@/lib/db/client'
import { isLive } from '@/lib/domain/appointment/appointment'
import { replay } from '@/lib/domain/appointment/evolve'
import { type Span, spansOverlap } from '@/lib/domain/intervals'
import { load } from '@/lib/event-store/load'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'

type Claim = { appointmentId: string; startsAt: string; endsAt: string }

/**
 * No two visits of a doctor share a moment, and each holds just what its events say: its slot, the one before too while
 * a move is under way, nothing when it has ended.
 */
export async function checkClaims(db: Db, doctorId: string): Promise<string[]> {
  const rows = await db.slotClaim.findMany({ where: { doctorId } })
  const claims = rows.map((row): Claim => {
    return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
  })
  const visits = await db.appointment.findMany({ where: { doctorId } })
  const live = visits.filter(({ status }) => status !== 'ended')
  const spans = live.map((visit): Claim => {
    const { id: appointmentId, startsAt, endsAt } = visit
    return { appointmentId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  })
  return [
    ...overlapsIn(spans).map((pair) => `Two visits overlap: ${pair}.`),
    ...overlapsIn(claims).map((pair) => `Two claims overlap: ${pair}.`),
    ...(await Promise.all(visits.map(({ id }) => checkVisit(db, id, claims)))).flat(),
  ]
}

function overlapsIn(all: readonly Claim[]): string[] {
  return all.flatMap((claim) => {
    const others = all.filter((other) => other.appointmentId > claim.appointmentId && spansOverlap(claim, other))
    return others.map((other) => `${claim.startsAt}–${claim.endsAt} and ${other.startsAt}–${other.endsAt}`)
  })
}

async function checkVisit(db: Db, id: string, claims: readonly Claim[]): Promise<string[]> {
  const visit = replay((await load(db, id)).filter(isOfAppointment).map(({ event }) => event))
  const wanted = isLive(visit) ? [visit.slot, ...(visit.movedFrom ? [visit.movedFrom] : [])] : []
  const held = claims.filter(({ appointmentId }) => appointmentId === id)
  return write(held) === write(wanted) ? [] : [`A visit holds ${write(held)} in place of ${write(wanted)}.`]
}

function write(spans: readonly Span[]): string {
  return spans
    .map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`)
    .sort()
    .join(', ')
}
