import { hourMs, minuteMs } from '@/lib/domain/time'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { type Clinic, idFrom, settings } from './clinic'
import { eventsOf, type History, histories } from './history'

/**
 * What must hold of what was recorded, whatever the world looks like, read event by event without the product's own
 * `evolve`. Answers with sentences that do not hold.
 */
export function brokenInHistory(clinic: Clinic): string[] {
  return [
    ...brokenStreams(clinic),
    ...brokenTokens(clinic),
    ...brokenOperations(clinic),
    ...brokenLateness(clinic),
    ...histories(clinic).flatMap((history) => [
      ...brokenAttempts(history),
      ...brokenRepeats(history),
      ...brokenUndoing(history),
      ...brokenEnds(history),
    ]),
  ]
}

/** P9: versions have no holes, and event ids are unique. */
function brokenStreams({ database }: Clinic): string[] {
  const broken = [...database.streams].flatMap(([streamId, stream]) => {
    return stream.some(({ version }, index) => version !== index + 1) ? [`P9: ${streamId} has a hole`] : []
  })
  const ids = [...database.streams.values()].flatMap((stream) => stream.map(({ eventId }) => eventId))
  return new Set(ids).size < ids.length ? [...broken, 'P9: an event id stands twice'] : broken
}

/** P10: an outcome is recorded only by who took the token last. */
function brokenTokens({ database }: Clinic): string[] {
  const holders = new Map<string, string>()
  const broken: string[] = []
  for (const { took, released, commandId } of database.commits) {
    if (released && holders.get(released.subject.id) !== released.token) {
      broken.push(`P10: ${commandId} was recorded though another had taken the token`)
    }
    if (took) holders.set(took.subject.id, took.token)
  }
  return broken
}

/** P11: an operation is recorded once, and only on the saga as its operator saw it. */
function brokenOperations({ database, operations }: Clinic): string[] {
  return operations.flatMap(({ requestId, version }) => {
    const commits = database.commits.filter(({ commandId }) => commandId === requestId)
    if (commits.length > 1) return [`P11: ${requestId} was recorded twice`]
    const first = commits[0]?.added[0]
    return first && first.version !== version + 1 ? [`P11: ${requestId} was recorded though the saga had changed`] : []
  })
}

/** P6: a visit is called off before it begins; late by its patient alone, inside the notice, a quarter of an hour on. */
function brokenLateness({ database }: Clinic): string[] {
  return [...database.streams.values()].flatMap((stream) => {
    let [startsAt, ownAt, isConfirmed] = ['', '', false]
    return stream.filter(isOfAppointment).flatMap(({ event: { type, data }, at }) => {
      if ('startsAt' in data && type !== 'PreviousSlotReleased') startsAt = data.startsAt
      if ((type === 'AppointmentCreated' || type === 'AppointmentRescheduled') && data.by === 'patient') ownAt = at
      if (type === 'AppointmentConfirmed' || type === 'ConfirmationReverted')
        isConfirmed = type === 'AppointmentConfirmed'
      if (type !== 'AppointmentCancelled') return []
      const leftMs = Date.parse(startsAt) - Date.parse(at)
      const isInside = data.by === 'patient' && isConfirmed && leftMs < settings.noticeHours * hourMs
      const isLate = isInside && !(Date.parse(at) - Date.parse(ownAt) < 15 * minuteMs)
      return leftMs > 0 && data.late === isLate ? [] : [`P6: ${data.appointmentId} was called off, late: ${data.late}`]
    })
  })
}

/** P10: an attempt has one outcome, recorded by who began it, or found unknown by who came after. */
function brokenAttempts(history: History): string[] {
  const outcomes = (['StepSucceeded', 'StepDeferred', 'StepRefused'] as const).flatMap((type) => [
    ...eventsOf(history, type),
  ])
  const unknown = eventsOf(history, 'StepOutcomeUnknown')
  return eventsOf(history, 'StepStarted').flatMap(({ event: { data }, metadata }) => {
    const isIts = ({ event }: { event: { data: { step: string; attempt: number } } }) =>
      event.data.step === data.step && event.data.attempt === data.attempt
    const own = outcomes.filter(isIts)
    const name = `${history.sagaId} ${data.step}`
    if (own.length + unknown.filter(isIts).length > 1) return [`P10: ${name} has two outcomes for one attempt`]
    const isOwners = own.every(
      (outcome) => outcome.metadata.correlationId === idFrom(metadata.correlationId, 'outcome'),
    )
    return isOwners ? [] : [`P10: ${name} has the outcome of another`]
  })
}

/**
 * What was done is not done again, unless a call it took back may still have been on its way; nor what was left out.
 */
function brokenRepeats(history: History): string[] {
  const broken: string[] = []
  const done = new Set<string>()
  const leftOut = new Map<string, 'skipped' | 'passed over'>()
  const lateUntil = new Map<string, string>()
  for (const { event, at } of history.events) {
    if (event.type === 'StepStarted') {
      const { step } = event.data
      const late = lateUntil.get(step)
      if (leftOut.has(step)) broken.push(`${history.sagaId} ${step} was begun though it was ${leftOut.get(step)}`)
      if (done.has(step) && !(late && at >= late)) broken.push(`${history.sagaId} ${step} was done and begun again`)
      if (event.data.lateUntil) lateUntil.set(step, event.data.lateUntil)
    }
    if (event.type === 'StepSucceeded') done.add(event.data.step)
    if (event.type === 'StepSkipped') leftOut.set(event.data.step, 'skipped')
    if (event.type === 'StepPassedOver' && !leftOut.has(event.data.step)) leftOut.set(event.data.step, 'passed over')
    if (event.type === 'SagaRetried') for (const [step, how] of leftOut) if (how !== 'skipped') leftOut.delete(step)
  }
  return broken
}

/** P7: what was begun last is undone first, and what was begun after the turn is an undo. */
function brokenUndoing(history: History): string[] {
  const turned = eventsOf(history, 'CompensationStarted')[0]
  if (!turned) return []
  const begun = eventsOf(history, 'StepStarted')
  const forward = unique(begun.filter(({ version }) => version < turned.version).map(({ event }) => event.data.step))
  const back = unique(begun.filter(({ version }) => version > turned.version).map(({ event }) => event.data.step))
  const undone = back.filter((step) => step.startsWith('undo:')).map((step) => forward.indexOf(step.slice(5)))
  const isReverse = undone.every((place, index) => index === 0 || place < Number(undone[index - 1]))
  if (!isReverse || undone.includes(-1)) return [`P7: ${history.sagaId} undid ${back.join(', ')}`]
  return back.some((step) => forward.includes(step)) ? [`${history.sagaId} went forward after it had turned back`] : []
}

/** A saga ends once, until somebody tries it again; one that asks for a person can still be ended as superseded. */
function brokenEnds(history: History): string[] {
  let [hasEnded, isAsking] = [false, false]
  for (const { event } of history.events) {
    const isSuperseded = event.type === 'SagaCompleted' && event.data.outcome === 'superseded'
    const isEnd = event.type === 'SagaCompleted' || event.type === 'SagaFailed'
    const isAllowed = isSuperseded && isAsking
    if (hasEnded && !isAllowed && (isEnd || event.type === 'StepStarted'))
      return [`${history.sagaId} goes on after its end`]
    if (isEnd) hasEnded = true
    if (event.type === 'SagaRetried') hasEnded = false
    if (event.type === 'AttentionRaised') isAsking = true
    if (isSuperseded || event.type === 'AttentionResolved' || event.type === 'SagaRetried') isAsking = false
  }
  return []
}

function unique(some: readonly string[]): string[] {
  return [...new Set(some)]
}
