import type { Db } from '@/lib/db/client'
import type { PatientTermRow } from '@/lib/db/patient-terms'
import { isConfirmedAtOnce } from '@/lib/domain/appointment/evolve'
import { reachIn } from '@/lib/domain/messages/channels'
import type { Subject } from '@/lib/domain/subject'
import { idFrom } from '@/lib/ids'
import { currentTraceparent } from '@/lib/telemetry/tracing'
import { announce } from './announce'
import { appendStatement } from './append-statement'
import { changesTold } from './changes-told'
import { toOutboxRow } from './outbox-row'
import { project } from './project'
import type { ReadModels } from './read-models'
import type { DomainEvent, Metadata, Recorded } from './recorded'
import { difference, rowsOf } from './row-difference'
import { type PlannedFor, startSaga } from './start-saga'
import { isOfAppointment } from './stream-kinds'
import { schemaVersionOf } from './upcast'
import { freshVisitLink, type VisitLinkRow } from './visit-link'

/**
 * One stream as it was read, and what is to be added to it. Its length is the version the append expects. Who changes several
 * that others may change too gives them in the order of their ids, so that nobody waits for each other.
 */
export type StreamChange = { streamId: string; history: readonly Recorded[]; events: readonly DomainEvent[] }

/** Rows that are not read models but must be written in the same transaction. Bytes are `\x` and hex digits. */
export type SideRows = {
  patient?: Record<string, unknown>
  /** Another address of a patient: what is null stays as it is. */
  contact?: { id: string; email: string | null; email_index: string | null; phone: string | null }
  /** All by which people are found from now on. */
  terms?: readonly PatientTermRow[]
  message?: Record<string, unknown>
  note?: Record<string, unknown>
  tombstones?: { effect_key: string; created_at: string }[]
  /** A new link to a visit: it takes the place of the one that its contact had. */
  visitLink?: VisitLinkRow
}

export type Append = {
  /** Every event's id derives from it, so a repeated command records once. */
  commandId: string
  actor: string
  /** What led to it, if anything did: the id of a run that does this to many. */
  because?: string | undefined
  /** ISO instant: when it happened. */
  now: string
  changes: readonly StreamChange[]
  /** Take the subject's driver token; loses against a token that has not lapsed. */
  take?: { subject: Subject; token: string; until: string }
  /** Give the token back; loses when it is no longer ours. */
  release?: { subject: Subject; token: string }
  /** Record nothing when this effect was buried by an undo. */
  unlessBuried?: string
  /** The browser that books: what it holds gives way to what it claims. */
  holder?: string | undefined
  /** The clinic books: neither time off stands in its way nor what a stranger holds, who loses it. */
  takesHeld?: boolean
  sideRows?: SideRows
}

/**
 * `conflict`: somebody appended to a stream since it was read; read again and decide again.
 * `slot_taken`: a slot the events claim belongs to another appointment, or what they lie over is no longer claimed.
 * `not_driving`: the driver's token is held by another, or was lost.
 * `buried`: the effect was undone before it began.
 */
export type Appended =
  | { appended: true; added: Recorded[] }
  | { appended: false; because: 'conflict' | 'slot_taken' | 'not_driving' | 'buried' }

/**
 * Records events, their read models, the sagas they start and the outbox, in one statement and so in one transaction.
 * Anything but `appended` has recorded nothing. Throws only when the database fails.
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
    announce(db, changesTold(writes, request.changes))
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

/** Returns the events as they will stand in the store. */
function toRecorded({ commandId, actor, because, now, changes }: Append): Recorded[] {
  const traceparent = currentTraceparent()
  const ids = { correlationId: commandId, causationId: because ?? null }
  const metadata: Metadata = { actor, ...ids, ...(traceparent && { traceparent }) }
  let count = 0
  return changes.flatMap(({ streamId, history, events }) =>
    events.map((event, index) => {
      const eventId = idFrom(commandId, String(count++))
      return { eventId, streamId, version: history.length + index + 1, event, metadata, at: now }
    }),
  )
}

/** Returns everything the statement writes, by table. */
function toWrites(
  { now, changes, take, release, unlessBuried, holder, takesHeld, sideRows }: Append,
  added: readonly Recorded[],
) {
  const births = added.filter(isOfAppointment).flatMap((recorded) => startSaga(recorded, plannedFor(changes, recorded)))
  const all = [...added, ...births]

  const before = changes.map(({ history }) => project(history))
  const after = [
    ...changes.map(({ history, streamId }) =>
      project([...history, ...all.filter((recorded) => recorded.streamId === streamId)]),
    ),
    ...births.map((birth) => project([birth])),
  ]
  const changed = <Table extends keyof ReadModels>(table: Table) =>
    difference(rowsOf(after, table), rowsOf(before, table))
  return {
    now,
    holder: holder ?? null,
    takes_held: takesHeld ?? false,
    take: take ? [toDriverRow(take)] : [],
    release: release ? [toDriverRow({ ...release, until: now })] : [],
    unlessBuried: unlessBuried ? [unlessBuried] : [],
    claim: changed('slot_claim'),
    free: difference(rowsOf(before, 'slot_claim'), rowsOf(after, 'slot_claim')),
    overlap: changed('slot_overlap'),
    leave: difference(rowsOf(before, 'slot_overlap'), rowsOf(after, 'slot_overlap')),
    events: all.map(toEventRow),
    appointment: changed('appointment'),
    patient_root: changed('patient_root'),
    run: changed('run'),
    saga: changed('saga'),
    saga_step_attempt: changed('saga_step_attempt'),
    outbox: added.flatMap((recorded) => toOutboxRow(recorded, streamOf(changes, recorded, all))),
    patient: sideRows?.patient ? [sideRows.patient] : [],
    contact: sideRows?.contact ? [sideRows.contact] : [],
    patient_term: sideRows?.terms ?? [],
    message: sideRows?.message ? [sideRows.message] : [],
    note: sideRows?.note ? [sideRows.note] : [],
    tombstone: sideRows?.tombstones ?? [],
    visit_link: [...(sideRows?.visitLink ? [sideRows.visitLink] : []), ...added.flatMap(firstLink)],
  }
}

/** Returns the link that a visit is born with. */
function firstLink({ event, at }: Recorded): VisitLinkRow[] {
  if (event.type !== 'AppointmentCreated') return []
  const { appointmentId, patientId } = event.data
  return [freshVisitLink({ appointmentId, contactId: patientId }, at).row]
}

function toDriverRow({ subject, token, until }: NonNullable<Append['take']>) {
  return { subject_kind: subject.kind, subject_id: subject.id, token, until }
}

/** Returns the events of a stream up to one that is being added to it. */
function streamOf(changes: readonly StreamChange[], { streamId, version }: Recorded, added: readonly Recorded[]) {
  const history = changes.find((change) => change.streamId === streamId)?.history ?? []
  return [...history, ...added.filter((other) => other.streamId === streamId && other.version <= version)]
}

/** Returns how the patient of this event's appointment asked to be told, and whether it was confirmed at once. */
function plannedFor(changes: readonly StreamChange[], { streamId }: Recorded): PlannedFor {
  const change = changes.find((change) => change.streamId === streamId)
  const events = [...(change?.history.map(({ event }) => event) ?? []), ...(change?.events ?? [])]
  const created = events.find((event) => event.type === 'AppointmentCreated')
  if (!created) throw new Error('an appointment without its first event')
  return { reach: reachIn(created.data), isAtOnce: events.some(isConfirmedAtOnce) }
}

function toEventRow({ event, eventId, streamId, version, metadata, at }: Recorded) {
  const { type, data } = event
  const written = { type, schema_version: schemaVersionOf(type), data }
  return { event_id: eventId, stream_id: streamId, version, ...written, metadata, occurred_at: at }
}
