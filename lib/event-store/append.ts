import type { Db } from '@/lib/db/client'
import type { Reach } from '@/lib/domain/appointment/events'
import { idFrom } from '@/lib/ids'
import { currentTraceparent } from '@/lib/tracing'
import { announce } from './announce'
import { appendStatement } from './append-statement'
import { bear, toOutboxRow } from './born-saga'
import { project, type ReadModels } from './project'
import { type DomainEvent, isOfAppointment, type Metadata, type Recorded } from './recorded'

/** One stream as it was read, and what is to be added to it. Its length is the version the append expects. */
export type StreamChange = { streamId: string; history: readonly Recorded[]; events: readonly DomainEvent[] }

/** Rows that are not read models but must be written in the same transaction. Bytes are `\x` and hex digits. */
export type Beside = {
  patient?: Record<string, unknown>
  message?: Record<string, unknown>
  note?: Record<string, unknown>
  tombstones?: { effect_key: string; created_at: string }[]
}

export type Append = {
  /** Every event's id derives from it, so a repeated command records once. */
  commandId: string
  actor: string
  /** ISO instant: when it happened. */
  now: string
  changes: readonly StreamChange[]
  /** Take the appointment's driver token; loses against a token that has not lapsed. */
  take?: { appointmentId: string; token: string; until: string }
  /** Give the token back; loses when it is no longer ours. */
  release?: { appointmentId: string; token: string }
  /** Record nothing when this effect was buried by an undo. */
  unlessBuried?: string
  /** The browser that books: what it holds gives way to what it claims. */
  holder?: string | undefined
  beside?: Beside
}

/**
 * `conflict`: somebody appended to a stream since it was read; read again and decide again.
 * `slot_taken`: a slot the events claim belongs to another appointment.
 * `not_driving`: the driver's token is held by another, or was lost.
 * `buried`: the effect was undone before it began.
 */
export type Appended =
  | { appended: true; added: Recorded[] }
  | { appended: false; because: 'conflict' | 'slot_taken' | 'not_driving' | 'buried' }

/**
 * Records events, their read models, the sagas they give birth to and the outbox, in one statement and so in one
 * transaction. Anything but `appended` has recorded nothing. Throws only when the database fails.
 */
export async function append(db: Db, request: Append): Promise<Appended> {
  const added = toRecorded(request)
  const writes = toWrites(request, added)
  const document = JSON.stringify(writes)
  type Row = { driving: boolean; buried: boolean; allowed: boolean }
  let rows: Row[]
  try {
    rows = await db.$queryRawUnsafe<Row[]>(appendStatement, document)
  } catch (error) {
    if (sqlState(error) === uniqueViolation) return { appended: false, because: 'conflict' }
    throw error
  }
  const [row] = rows
  if (row?.allowed) {
    const slots = [...writes.claim, ...writes.free].map(({ doctor_id }) => doctor_id)
    const visits = [...writes.appointment.map(({ id }) => id), ...writes.saga.map((row) => row.appointment_id)]
    announce(db, [...visits, ...slots])
    return { appended: true, added }
  }
  if (row?.buried) return { appended: false, because: 'buried' }
  return { appended: false, because: row?.driving ? 'slot_taken' : 'not_driving' }
}

const uniqueViolation = '23505'

function sqlState(error: unknown): string | undefined {
  const cause = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }
  return cause.meta?.driverAdapterError?.cause?.originalCode
}

/** The events as they will stand in the store. */
function toRecorded({ commandId, actor, now, changes }: Append): Recorded[] {
  const traceparent = currentTraceparent()
  const metadata: Metadata = { actor, correlationId: commandId, causationId: null, ...(traceparent && { traceparent }) }
  let count = 0
  return changes.flatMap(({ streamId, history, events }) =>
    events.map((event, index) => {
      const eventId = idFrom(commandId, String(count++))
      return { eventId, streamId, version: history.length + index + 1, event, metadata, at: now }
    }),
  )
}

/** Everything the statement writes, by table. */
function toWrites({ now, changes, take, release, unlessBuried, holder, beside }: Append, added: readonly Recorded[]) {
  const births = added.filter(isOfAppointment).flatMap((recorded) => bear(recorded, reachOf(changes, recorded)))
  const all = [...added, ...births]

  const before = changes.map(({ history }) => project(history))
  const after = [
    ...changes.map(({ history, streamId }) => project([...history, ...all.filter((one) => one.streamId === streamId)])),
    ...births.map((birth) => project([birth])),
  ]
  const changed = <Table extends keyof ReadModels>(table: Table) =>
    difference(rowsOf(after, table), rowsOf(before, table))
  return {
    now,
    holder: holder ?? null,
    take: take ? [{ appointment_id: take.appointmentId, token: take.token, until: take.until }] : [],
    release: release ? [{ appointment_id: release.appointmentId, token: release.token, until: now }] : [],
    unlessBuried: unlessBuried ? [unlessBuried] : [],
    claim: changed('slot_claim'),
    free: difference(rowsOf(before, 'slot_claim'), rowsOf(after, 'slot_claim')),
    events: all.map(toEventRow),
    appointment: changed('appointment'),
    saga: changed('saga'),
    saga_step_attempt: changed('saga_step_attempt'),
    outbox: added.flatMap(toOutboxRow),
    patient: beside?.patient ? [beside.patient] : [],
    message: beside?.message ? [beside.message] : [],
    note: beside?.note ? [beside.note] : [],
    tombstone: beside?.tombstones ?? [],
  }
}

/** How the patient of this event's appointment asked to be told. */
function reachOf(changes: readonly StreamChange[], { streamId }: Recorded): Reach {
  const change = changes.find((one) => one.streamId === streamId)
  const events = [...(change?.history.map(({ event }) => event) ?? []), ...(change?.events ?? [])]
  const created = events.find((event) => event.type === 'AppointmentCreated')
  if (!created) throw new Error('an appointment without its first event')
  return { mail: created.data.mail, sms: created.data.sms }
}

function toEventRow({ event, eventId, streamId, version, metadata, at }: Recorded) {
  const { type, data } = event
  return { event_id: eventId, stream_id: streamId, version, type, data, metadata, occurred_at: at }
}

function rowsOf<Table extends keyof ReadModels>(
  models: readonly ReadModels[],
  table: Table,
): ReadModels[Table][number][] {
  return models.flatMap((model) => model[table] as ReadModels[Table][number][])
}

/** The rows of `some` that do not stand in `others` in just this form. */
function difference<Row>(some: readonly Row[], others: readonly Row[]): Row[] {
  const known = new Set(others.map((row) => JSON.stringify(row)))
  return some.filter((row) => !known.has(JSON.stringify(row)))
}
