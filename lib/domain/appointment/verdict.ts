import type { Failure } from '@/lib/domain/saga/events'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'

/** What a patient can be told of one saga. Instants are ISO strings. */
export type SagaProgress = {
  type: string
  status: SagaStatus
  outcome: 'done' | 'undone' | 'superseded' | null
  needsAttention: boolean
  nextAt: string | null
  failure: Failure | null
  failedStep: string | null
  /** The last attempt of each step that was tried, in order. */
  steps: readonly { step: string; attempts: number; outcome: AttemptOutcome | null; at: string }[]
}

/** The one sentence at the top of the patient's page. */
export type Verdict = 'booking' | 'requested' | 'confirming' | 'confirmed' | 'undoing' | 'not_booked' | 'person_needed'

/**
 * What is true of a visit now, in one word; a success only when the booking is live. While a confirmation is withdrawn
 * the slot stays the patient's: it is a request, and is called one.
 */
export function verdictOf(status: 'requested' | 'confirmed' | 'ended', sagas: readonly SagaProgress[]): Verdict {
  const undoing = sagas.find((saga) => saga.status === 'COMPENSATING')
  if (undoing) return undoing.type === 'appointment-created' ? 'undoing' : 'requested'
  if (sagas.some((saga) => saga.status === 'FAILED' && saga.outcome !== 'undone')) return 'person_needed'
  if (status === 'ended') return 'not_booked'
  const latest = sagas.filter(({ outcome }) => outcome !== 'superseded').at(-1)
  if (latest?.type === 'appointment-confirmed' && latest.status === 'RUNNING') return 'confirming'
  if (latest?.status === 'RUNNING') return 'booking'
  return status
}

/** How a line on the patient's page stands. */
export type LineState = 'done' | 'now' | 'later' | 'struck' | 'failed'
export type Line = {
  name: 'requested' | 'in_calendar' | 'you_have_mail' | 'confirmed' | 'failed' | 'slot_free' | 'told'
  state: LineState
  at: string | null
  /** How many tries so far, when more than one was needed. */
  tries: number
  nextAt: string | null
}

type Facts = { status: 'requested' | 'confirmed' | 'ended'; createdAt: string; sagas: readonly SagaProgress[] }

/** The lines of the patient's page, in the order in which they happen. */
export function linesOf({ status, createdAt, sagas }: Facts): Line[] {
  const created = sagas.find(({ type }) => type === 'appointment-created')
  const confirmed = sagas.filter(({ type }) => type === 'appointment-confirmed').at(-1)
  const isUndone = status === 'ended' || created?.status === 'COMPENSATING'
  const requested = line('requested', isUndone ? 'struck' : 'done', createdAt)
  if (isUndone) return [requested, ...linesOfFailure(created)]
  const calendar = lineOfStep('in_calendar', created, 'add-calendar-event')
  const mail = lineOfStep('you_have_mail', created, 'email-patient')
  const yes = lineOfConfirmation(status, confirmed)
  return firstOpenIsNow([requested, calendar, mail, yes], created?.status === 'RUNNING')
}

function linesOfFailure(created: SagaProgress | undefined): Line[] {
  const find = (step: string) => created?.steps.find((one) => one.step === step)
  const failed = find(created?.failedStep ?? '')
  const freed = find('decline-appointment')
  const told = find('email-patient-not-booked')
  const isFreed = freed?.outcome === 'succeeded'
  const toldState =
    told?.outcome === 'succeeded' ? 'done' : told?.outcome === 'refused' ? 'failed' : isFreed ? 'now' : 'later'
  return [
    line('failed', 'failed', failed?.at ?? null),
    line('slot_free', isFreed ? 'done' : 'now', freed?.at ?? null),
    line('told', toldState, told?.at ?? null),
  ]
}

function lineOfConfirmation(status: Facts['status'], saga: SagaProgress | undefined): Line {
  const isDone = status === 'confirmed' && saga?.status === 'COMPLETED'
  const mail = saga?.steps.find(({ step }) => step === 'email-confirmation')
  const state = isDone ? 'done' : status === 'confirmed' ? 'now' : 'later'
  return { ...line('confirmed', state, isDone ? (mail?.at ?? null) : null), nextAt: saga?.nextAt ?? null }
}

function lineOfStep(name: Line['name'], saga: SagaProgress | undefined, stepName: string): Line {
  const step = saga?.steps.find((one) => one.step === stepName)
  const isDone = step?.outcome === 'succeeded'
  const made = line(name, isDone ? 'done' : 'later', isDone ? step.at : null)
  return { ...made, tries: step?.attempts ?? 0, nextAt: isDone || !step ? null : (saga?.nextAt ?? null) }
}

function firstOpenIsNow(lines: Line[], isRunning: boolean): Line[] {
  const first = lines.findIndex(({ state }) => state === 'later')
  return lines.map((one, index) => (isRunning && index === first ? { ...one, state: 'now' } : one))
}

function line(name: Line['name'], state: LineState, at: string | null): Line {
  return { name, state, at, tries: 0, nextAt: null }
}
