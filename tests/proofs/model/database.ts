import { type Interval, overlap, without } from '@/lib/domain/intervals'
import type { ReminderKind } from '@/lib/domain/schedule/reminder-times'
import type { Subject } from '@/lib/domain/subject'
import type { ReadModels } from '@/lib/event-store/read-models'
import type { Recorded } from '@/lib/event-store/recorded'
import type { SlotClaimRow, SlotOverlapRow } from '@/lib/projections/slot-claim'

/** Carnet's tables. Instants are ISO strings with offset Z, as in the product's rows. */
export type Database = {
  streams: Map<string, readonly Recorded[]>
  eventIds: Set<string>
  /** The read models of each stream, by its id. */
  models: Map<string, ReadModels>
  /** Claims that were inherited: they are no stream's own. */
  inherited: SlotClaimRow[]
  drivers: Map<string, { token: string; until: string }>
  outbox: OutboxRow[]
  tombstones: Set<string>
  messages: Map<string, MessageRow>
  reminders: Map<string, ReminderRow>
  /** The built-in calendar. */
  calendar: Map<string, CalendarRow>
  /** Every append that recorded something, in the order of commits. Not a table: what the checks read. */
  commits: Commit[]
}

export type OutboxRow = {
  eventId: string
  sagaId: string
  status: 'NEW' | 'SENT' | 'ACKED'
  nextAt: string
}

export type MessageRow = { key: string; sagaId: string; status: 'stored' | 'sent' }

export type ReminderRow = {
  appointmentId: string
  kind: ReminderKind
  dueAt: string
  status: 'waiting' | 'withdrawn' | 'posted' | 'dropped'
}

export type CalendarRow = {
  startsAt: string
  endsAt: string
  status: 'tentative' | 'confirmed'
  sequence: number
}

/** `took` and `released` are the driver's tokens that changed hands with it. */
export type Commit = {
  commandId: string
  now: string
  added: readonly Recorded[]
  /** Everything that is claimed from then on. */
  claims: readonly SlotClaimRow[]
  /** For an intent: how many commits there were when its saga was read. */
  readAfter?: number
  took?: { subject: Subject; token: string }
  released?: { subject: Subject; token: string }
}

export function emptyDatabase(): Database {
  return {
    streams: new Map(),
    eventIds: new Set(),
    models: new Map(),
    inherited: [],
    drivers: new Map(),
    outbox: [],
    tombstones: new Set(),
    messages: new Map(),
    reminders: new Map(),
    calendar: new Map(),
    commits: [],
  }
}

const nothing: readonly Recorded[] = []

/** Mirrors `load` of lib/event-store/load.ts. */
export function load({ streams }: Database, streamId: string): readonly Recorded[] {
  return streams.get(streamId) ?? nothing
}

/** The rows of `saga`, in the order of their turns. */
export function sagaRows({ models }: Database) {
  return [...models.values()].flatMap(({ saga }) => saga).toSorted((a, b) => a.turn - b.turn)
}

/** The rows of `slot_claim`. */
export function claimRows({ models, inherited }: Database) {
  return [...[...models.values()].flatMap(({ slot_claim }) => slot_claim), ...inherited]
}

/** The rows of `slot_overlap`. */
export function overlapRows({ models }: Database) {
  return [...models.values()].flatMap(({ slot_overlap }) => slot_overlap)
}

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
