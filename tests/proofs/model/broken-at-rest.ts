import { replay } from '@/lib/domain/appointment/evolve'
import { failureKinds } from '@/lib/domain/saga/failure'
import { attemptsOf, plannedStep, type Saga } from '@/lib/domain/saga/saga'
import { isOfAppointment } from '@/lib/event-store/stream-kinds'
import { brokenVisit } from './broken-visit'
import type { Clinic } from './clinic'
import { load } from './database'
import { eventsOf, type History, histories, isRepeatedBy } from './history'
import { isMended } from './sweep'

/** What must hold of the world when everything is at rest. Answers with sentences that do not hold. */
export function brokenAtRest(clinic: Clinic): string[] {
  const all = histories(clinic)
  const visits = new Set(all.map(({ born }) => born.subject.id))
  const lost = clinic.database.outbox.filter(({ status }) => status !== 'ACKED')
  return [
    ...lost.map(({ eventId }) => `P8: ${eventId} is lost`),
    ...all.flatMap((history) => [...brokenEnd(clinic, history), ...brokenWords(clinic, history)]),
    ...[...visits].flatMap((id) =>
      brokenVisit(
        clinic,
        id,
        all.filter(({ born }) => born.subject.id === id),
      ),
    ),
  ]
}

/** P1, P2: done, undone, superseded by what ended the visit, or asking for a person. */
function brokenEnd(clinic: Clinic, history: History): string[] {
  const { saga, sagaId } = history
  const { status, outcome } = saga
  if (status === 'RUNNING' || status === 'COMPENSATING') return [`P2: ${sagaId} is still ${status}`]
  if (outcome === 'superseded') return []
  const isAsking = saga.needsAttention || eventsOf(history, 'AttentionResolved').length > 0
  if (outcome === null) return isAsking ? [] : [`P1: ${sagaId} gave up and asks for nobody`]
  const isUnheard = saga.passedOver.some(
    (step) => !isMended(clinic, { subject_id: saga.subject.id, turn: saga.turn }, step),
  )
  if (isUnheard && !isAsking && !isOver(clinic, history))
    return [`P1: ${sagaId} passed over a step and asks for nobody`]
  const steps = outcome === 'done' ? saga.plan.steps : [...undosDue(saga), ...saga.plan.afterUndo]
  const missing = steps.filter(({ name }) => !hasSucceeded(saga, name) && !isLeftOut(saga, name))
  return missing.length > 0 ? [`P1: ${sagaId} ended ${outcome} without ${missing.map(({ name }) => name)}`] : []
}

/** The visit has ended, and with it what its patient was to be asked on its page. */
function isOver({ database }: Clinic, { saga }: History): boolean {
  const stream = load(database, saga.subject.id).filter(isOfAppointment)
  const isOnPage = saga.passedOver.every((step) => {
    const kind = attemptsOf(saga, step).at(-1)?.failure?.kind
    return kind !== undefined && failureKinds[kind].isOfAddress
  })
  return isOnPage && replay(stream.map(({ event }) => event)).state === 'ended'
}

/** The undo of every step that succeeded. */
function undosDue(saga: Saga) {
  return saga.plan.steps
    .filter(({ name, undo }) => undo && hasSucceeded(saga, name))
    .map((step) => ({ ...step, name: `undo:${step.name}` }))
}

function hasSucceeded({ attempts }: Saga, step: string): boolean {
  return attempts.some((attempt) => attempt.step === step && attempt.outcome === 'succeeded')
}

function isLeftOut({ passedOver, skipped }: Saga, step: string): boolean {
  return passedOver.includes(step) || skipped.includes(step)
}

/** P3: a message goes out once when its step succeeded, and otherwise once at most. */
function brokenWords({ outside }: Clinic, history: History): string[] {
  const { saga } = history
  const words = saga.attempts.filter(({ step }) => ['mail', 'sms'].includes(plannedStep(saga, step).service))
  return [...new Set(words.map(({ key }) => key))].flatMap((key) => {
    const count = outside.mail.get(key)?.length ?? outside.sms.get(key)?.length ?? 0
    const isSaid = words.some((word) => word.key === key && word.outcome === 'succeeded')
    if (isSaid && count === 0) return [`P1: ${key} was never sent`]
    return count < 2 || isRepeatedBy('ada', history, key) ? [] : [`P3: ${key} was sent ${count} times`]
  })
}
