import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { isConfirmedAtOnce } from '@/lib/domain/appointment/evolve'
import { reachIn } from '@/lib/domain/messages/channels'
import { plans, sagaStartedBy } from '@/lib/domain/saga/plans'
import { reachFor } from '@/lib/domain/saga/reach-for'
import { ofAppointment, type Subject } from '@/lib/domain/subject'
import type { StreamChange } from '@/lib/event-store/append'
import { project } from '@/lib/event-store/project'
import type { ReadModels } from '@/lib/event-store/read-models'
import type { Metadata, Recorded } from '@/lib/event-store/recorded'
import type { PlannedFor } from '@/lib/event-store/start-saga'
import { entryOf, isOfAppointment } from '@/lib/event-store/stream-kinds'
import type { SlotClaimRow, SlotOverlapRow } from '@/lib/projections/slot-claim'
import { idFrom } from './clinic'
import { claimRows, type Database, inherit, isClaimedBeneath, load, type MessageRow, type OutboxRow } from './database'

type Append = {
  commandId: string
  actor: string
  now: string
  changes: readonly StreamChange[]
  take?: { subject: Subject; token: string; until: string }
  release?: { subject: Subject; token: string }
  unlessBuried?: string
  message?: MessageRow
  tombstones?: readonly string[]
  readAfter?: number
}

type Appended =
  | { appended: true; added: Recorded[] }
  | { appended: false; because: 'conflict' | 'slot_taken' | 'not_driving' | 'buried' }

/** Mirrors `append` of lib/event-store/append.ts and the one statement of append-statement.ts, guard by guard. */
export function append(database: Database, request: Append): Appended {
  const { commandId, now, take, release, unlessBuried } = request
  const added = toRecorded(request)
  const births = added.filter(isOfAppointment).flatMap((recorded) => bear(recorded, plannedFor(request, recorded)))
  const all = [...added, ...births]

  if (unlessBuried && database.tombstones.has(unlessBuried)) return { appended: false, because: 'buried' }
  if (take && !isFree(database, take.subject.id, now)) return { appended: false, because: 'not_driving' }
  if (release && database.drivers.get(release.subject.id)?.token !== release.token) {
    return { appended: false, because: 'not_driving' }
  }
  const after = new Map<string, ReadModels>()
  for (const { streamId, history } of request.changes) {
    after.set(streamId, project([...history, ...all.filter((recorded) => recorded.streamId === streamId)]))
  }
  for (const birth of births) after.set(birth.streamId, project([birth]))
  if (!isClaimable(database, after) || !isClaimedBeneath(database, newOverlaps(database, after)))
    return { appended: false, because: 'slot_taken' }
  if (isConflict(database, request, all)) return { appended: false, because: 'conflict' }

  if (take) database.drivers.set(take.subject.id, { token: take.token, until: take.until })
  if (release) giveBack(database, release.subject.id, now)
  for (const recorded of all) {
    database.eventIds.add(recorded.eventId)
    database.streams.set(recorded.streamId, [...load(database, recorded.streamId), recorded])
  }
  for (const [streamId, models] of after) database.models.set(streamId, models)
  inherit(database)
  database.outbox.push(...added.flatMap((recorded) => toOutboxRow(recorded, load(database, recorded.streamId))))
  const { message, tombstones = [], readAfter } = request
  if (message && !database.messages.has(message.key)) database.messages.set(message.key, message)
  for (const key of tombstones) database.tombstones.add(key)
  const took = take && { subject: take.subject, token: take.token }
  const tokens = { ...(took && { took }), ...(release && { released: release }) }
  database.commits.push({
    commandId,
    now,
    added: all,
    claims: claimRows(database),
    ...tokens,
    ...(readAfter !== undefined && { readAfter }),
  })
  return { appended: true, added }
}

function isFree({ drivers }: Database, subjectId: string, now: string): boolean {
  const driver = drivers.get(subjectId)
  return !driver || driver.until <= now
}

function giveBack({ drivers }: Database, subjectId: string, now: string): void {
  const driver = drivers.get(subjectId)
  if (driver && driver.until > now) drivers.set(subjectId, { ...driver, until: now })
}

/** The exclusion constraint on `slot_claim`. */
function isClaimable(database: Database, after: ReadonlyMap<string, ReadModels>): boolean {
  const wanted = [...after.values()].flatMap(({ slot_claim }) => slot_claim)
  return wanted.every((claim) => !claimRows(database).some((held) => excludes(held, claim)))
}

/** What comes to lie over others' claims. */
function newOverlaps({ models }: Database, after: ReadonlyMap<string, ReadModels>): SlotOverlapRow[] {
  return [...after].flatMap(([id, { slot_overlap }]) => (models.get(id)?.slot_overlap.length ? [] : slot_overlap))
}

function excludes(held: SlotClaimRow, wanted: SlotClaimRow): boolean {
  const isOthers = held.appointment_id !== wanted.appointment_id && held.doctor_id === wanted.doctor_id
  return isOthers && held.starts_at < wanted.ends_at && wanted.starts_at < held.ends_at
}

/** The primary key and the unique event id. */
function isConflict(database: Database, { changes }: Append, all: readonly Recorded[]): boolean {
  const isStale = changes.some(({ streamId, history }) => load(database, streamId).length !== history.length)
  return isStale || all.some(({ eventId }) => database.eventIds.has(eventId))
}

function toRecorded({ commandId, actor, now, changes }: Append): Recorded[] {
  const metadata: Metadata = { actor, correlationId: commandId, causationId: null }
  let count = 0
  return changes.flatMap(({ streamId, history, events }) =>
    events.map((event, index) => {
      const eventId = idFrom(commandId, String(count++))
      return { eventId, streamId, version: history.length + index + 1, event, metadata, at: now }
    }),
  )
}

function bear(recorded: Recorded<AppointmentEvent>, { reach, isAtOnce }: PlannedFor): Recorded[] {
  const sagaType = sagaStartedBy(recorded.event)
  if (!sagaType) return []
  const sagaId = sagaIdOf(recorded.eventId)
  const subject = ofAppointment(recorded.event.data.appointmentId)
  const plan = plans[sagaType].plan(reachFor(recorded.event, reach), isAtOnce)
  const data = { sagaId, sagaType, subject, turn: recorded.version, causedBy: recorded.eventId, plan }
  const metadata = { ...recorded.metadata, causationId: recorded.eventId }
  const eventId = idFrom(sagaId, 'SagaStarted')
  return [{ eventId, streamId: sagaId, version: 1, event: { type: 'SagaStarted', data }, metadata, at: recorded.at }]
}

function sagaIdOf(eventId: string): string {
  return idFrom(eventId, 'saga')
}

function plannedFor({ changes }: Append, { streamId }: Recorded): PlannedFor {
  const change = changes.find((change) => change.streamId === streamId)
  const events = [...(change?.history.map(({ event }) => event) ?? []), ...(change?.events ?? [])]
  const created = events.find((event) => event.type === 'AppointmentCreated')
  if (!created) throw new Error('an appointment without its first event')
  return { reach: reachIn(created.data), isAtOnce: events.some(isConfirmedAtOnce) }
}

function toOutboxRow(recorded: Recorded, stream: readonly Recorded[]): OutboxRow[] {
  if (!entryOf(recorded).departureOf(recorded, stream)) return []
  const { eventId, streamId, at: nextAt } = recorded
  return [{ eventId, sagaId: isOfAppointment(recorded) ? sagaIdOf(eventId) : streamId, status: 'NEW', nextAt }]
}
