import type { AppointmentEvent, Reach } from '@/lib/domain/appointment/events'
import { plans, sagaStartedBy } from '@/lib/domain/saga/plans'
import type { StreamChange } from '@/lib/event-store/append'
import { project, type ReadModels } from '@/lib/event-store/project'
import { isOfAppointment, type Metadata, type Recorded } from '@/lib/event-store/recorded'
import type { SlotClaimRow } from '@/lib/projections/slot-claim'
import { idFrom } from './clinic'
import { claimRows, type Database, load, type MessageRow, type OutboxRow } from './database'

type Append = {
  commandId: string
  actor: string
  now: string
  changes: readonly StreamChange[]
  take?: { appointmentId: string; token: string; until: string }
  release?: { appointmentId: string; token: string }
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
  const births = added.filter(isOfAppointment).flatMap((recorded) => bear(recorded, reachOf(request, recorded)))
  const all = [...added, ...births]

  if (unlessBuried && database.tombstones.has(unlessBuried)) return { appended: false, because: 'buried' }
  if (take && !isFree(database, take.appointmentId, now)) return { appended: false, because: 'not_driving' }
  if (release && database.drivers.get(release.appointmentId)?.token !== release.token) {
    return { appended: false, because: 'not_driving' }
  }
  const after = new Map<string, ReadModels>()
  for (const { streamId, history } of request.changes) {
    after.set(streamId, project([...history, ...all.filter((one) => one.streamId === streamId)]))
  }
  for (const birth of births) after.set(birth.streamId, project([birth]))
  if (!isClaimable(database, after)) return { appended: false, because: 'slot_taken' }
  if (isConflict(database, request, all)) return { appended: false, because: 'conflict' }

  if (take) database.drivers.set(take.appointmentId, { token: take.token, until: take.until })
  if (release) giveBack(database, release.appointmentId, now)
  for (const recorded of all) {
    database.eventIds.add(recorded.eventId)
    database.streams.set(recorded.streamId, [...load(database, recorded.streamId), recorded])
  }
  for (const [streamId, models] of after) database.models.set(streamId, models)
  database.outbox.push(...added.flatMap(toOutboxRow))
  const { message, tombstones = [], readAfter } = request
  if (message && !database.messages.has(message.key)) database.messages.set(message.key, message)
  for (const key of tombstones) database.tombstones.add(key)
  const took = take && { appointmentId: take.appointmentId, token: take.token }
  const tokens = { ...(took && { took }), ...(release && { released: release }) }
  database.commits.push({ commandId, now, added: all, ...tokens, ...(readAfter !== undefined && { readAfter }) })
  return { appended: true, added }
}

function isFree({ drivers }: Database, appointmentId: string, now: string): boolean {
  const driver = drivers.get(appointmentId)
  return !driver || driver.until <= now
}

function giveBack({ drivers }: Database, appointmentId: string, now: string): void {
  const driver = drivers.get(appointmentId)
  if (driver && driver.until > now) drivers.set(appointmentId, { ...driver, until: now })
}

/** The exclusion constraint on `slot_claim`. */
function isClaimable(database: Database, after: ReadonlyMap<string, ReadModels>): boolean {
  const wanted = [...after.values()].flatMap(({ slot_claim }) => slot_claim)
  return wanted.every((claim) => !claimRows(database).some((held) => excludes(held, claim)))
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

function bear(recorded: Recorded<AppointmentEvent>, reach: Reach): Recorded[] {
  const sagaType = sagaStartedBy(recorded.event)
  if (!sagaType) return []
  const sagaId = sagaIdOf(recorded.eventId)
  const { appointmentId } = recorded.event.data
  const plan = plans[sagaType].plan(reach)
  const data = { sagaId, sagaType, appointmentId, turn: recorded.version, causedBy: recorded.eventId, plan }
  const metadata = { ...recorded.metadata, causationId: recorded.eventId }
  const eventId = idFrom(sagaId, 'SagaStarted')
  return [{ eventId, streamId: sagaId, version: 1, event: { type: 'SagaStarted', data }, metadata, at: recorded.at }]
}

function sagaIdOf(eventId: string): string {
  return idFrom(eventId, 'saga')
}

function reachOf({ changes }: Append, { streamId }: Recorded): Reach {
  const change = changes.find((one) => one.streamId === streamId)
  const events = [...(change?.history.map(({ event }) => event) ?? []), ...(change?.events ?? [])]
  const created = events.find((event) => event.type === 'AppointmentCreated')
  return { mail: created?.data.mail ?? false, sms: created?.data.sms ?? false }
}

function toOutboxRow(recorded: Recorded): OutboxRow[] {
  const { eventId, streamId, at: nextAt } = recorded
  if (!isOfAppointment(recorded)) {
    return isOperatorsWord(recorded) ? [{ eventId, sagaId: streamId, status: 'NEW', nextAt }] : []
  }
  return sagaStartedBy(recorded.event) ? [{ eventId, sagaId: sagaIdOf(eventId), status: 'NEW', nextAt }] : []
}

function isOperatorsWord({ event: { type, data } }: Recorded): boolean {
  if (type === 'CompensationStarted') return data.because === null
  return type === 'SagaRetried' || type === 'StepSkipped'
}
