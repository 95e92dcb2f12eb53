import type { Db } from '@/lib/db/client'
import { isLive, type Slot } from '@/lib/domain/appointment/appointment'
import { replay } from '@/lib/domain/appointment/evolve'
import { load } from '@/lib/event-store/load'
import { isOfAppointment } from '@/lib/event-store/recorded'
import { overlap } from './check-answers'

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
    ...overlaps(spans).map((pair) => `Two visits overlap: ${pair}.`),
    ...overlaps(claims).map((pair) => `Two claims overlap: ${pair}.`),
    ...(await Promise.all(visits.map(({ id }) => checkVisit(db, id, claims)))).flat(),
  ]
}

function overlaps(all: readonly Claim[]): string[] {
  return all.flatMap((one) => {
    const others = all.filter((other) => other.appointmentId > one.appointmentId && overlap(one, other))
    return others.map((other) => `${one.startsAt}–${one.endsAt} and ${other.startsAt}–${other.endsAt}`)
  })
}

async function checkVisit(db: Db, id: string, claims: readonly Claim[]): Promise<string[]> {
  const visit = replay((await load(db, id)).filter(isOfAppointment).map(({ event }) => event))
  const wanted = isLive(visit) ? [visit.slot, ...(visit.movedFrom ? [visit.movedFrom] : [])] : []
  const held = claims.filter(({ appointmentId }) => appointmentId === id)
  return write(held) === write(wanted) ? [] : [`A visit holds ${write(held)} in place of ${write(wanted)}.`]
}

function write(spans: readonly Pick<Slot, 'startsAt' | 'endsAt'>[]): string {
  return spans
    .map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`)
    .sort()
    .join(', ')
}
