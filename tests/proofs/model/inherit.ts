import { type Interval, overlap, without } from '@/lib/domain/intervals'
import type { SlotClaimRow, SlotOverlapRow } from '@/lib/projections/slot-claim'
import { claimRows, type Database, overlapRows } from './database'

/** Mirrors the triggers of `slot_claim` and `slot_overlap`: what nobody claims any more goes to who has lain there longest. */
export function inherit(database: Database): void {
  const overlaps = overlapRows(database).toSorted(byAge)
  database.inherited = database.inherited.filter((claim) => overlaps.some((lying) => isWithin(claim, lying)))
  for (const lying of overlaps) {
    const claimed = claimRows(database).filter(({ doctor_id }) => doctor_id === lying.doctor_id)
    for (const [from, to] of claimed.map(spanOf).reduce(without, [spanOf(lying)])) {
      const { appointment_id, doctor_id } = lying
      database.inherited.push({ appointment_id, doctor_id, starts_at: iso(from), ends_at: iso(to) })
    }
  }
}

/** Mirrors `beneath` of the append's statement: all that is laid over another's claim still lies over one. */
export function isClaimedBeneath(database: Database, laid: readonly SlotOverlapRow[]): boolean {
  return laid.every((row) =>
    claimRows(database).some((claim) => claim.appointment_id !== row.appointment_id && covers(claim, row)),
  )
}

/** Returns the time of a row in milliseconds. */
export function spanOf({ starts_at, ends_at }: Pick<SlotClaimRow, 'starts_at' | 'ends_at'>): Interval {
  return [Date.parse(starts_at), Date.parse(ends_at)]
}

/** Returns what of a span others have claimed, in the order of the clock. */
export function claimsUnder(database: Database, span: Interval, appointmentId: string) {
  return claimRows(database)
    .filter((claim) => claim.appointment_id !== appointmentId && overlap(spanOf(claim), span))
    .map((claim) => ({
      appointmentId: claim.appointment_id,
      startsAt: iso(Math.max(spanOf(claim)[0], span[0])),
      endsAt: iso(Math.min(spanOf(claim)[1], span[1])),
    }))
}

function byAge(a: SlotOverlapRow, b: SlotOverlapRow): number {
  return a.since.localeCompare(b.since) || a.appointment_id.localeCompare(b.appointment_id)
}

function isWithin(claim: SlotClaimRow, lying: SlotOverlapRow): boolean {
  return claim.appointment_id === lying.appointment_id && covers(lying, claim)
}

function covers(outer: SlotClaimRow, inner: SlotClaimRow): boolean {
  const isSameDoctor = outer.doctor_id === inner.doctor_id
  return isSameDoctor && outer.starts_at <= inner.starts_at && inner.ends_at <= outer.ends_at
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
