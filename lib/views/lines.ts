import { type Channel, channelNames, type PlannedWord, stepSaying, stepsSaying } from '@/lib/domain/messages/channels'
import { linesOfEnding, linesOfFailure } from './ending-lines'
import { type Line, line } from './line'
import {
  countedSagas,
  isAtOnce,
  isConfirmed,
  isUnderWay,
  lastOf,
  type SagaProgress,
  type VisitProgress,
} from './progress'

/** Returns the lines of the patient's page, in the order in which they happen. */
export function linesOf(given: VisitProgress): Line[] {
  const visit = asKept(given)
  const { endedBecause, sagas } = visit
  const booking = lastOf('appointment-created', sagas)
  const requested = lineOfRequest(visit)
  if (isWithdrawn(visit)) return [requested, ...linesOfFailure(booking)]
  if (given.endedBecause === 'completed') return [requested, line('completed', 'done', visit.startsAt)]
  if (endedBecause && endedBecause !== 'booking_failed') return [requested, ...linesOfEnding(endedBecause, sagas)]
  const word = isAtOnce(booking) ? 'confirmed' : 'requested'
  const channel = channelNames.find((channel) => booking?.planned.includes(stepSaying(channel, word))) ?? 'mail'
  const steps = [lineOfStep('in_calendar', booking, 'add-calendar-event'), lineOfWord(channel, word, sagas)]
  const said = steps.filter(({ name, state }) => name !== 'in_calendar' || state !== 'failed')
  const lines = [requested, ...said, ...(booking && isAtOnce(booking) ? [lineOfYes(booking)] : [])]
  return [...firstOpenIsNow(lines, booking?.status === 'RUNNING'), ...linesOfChanges(visit)]
}

type Kept = Omit<VisitProgress, 'endedBecause'> & {
  endedBecause: Exclude<VisitProgress['endedBecause'], 'completed' | 'reopened'>
}

/** A visit that took place, or is to be asked about again, was confirmed and has not been called off. */
function asKept(visit: VisitProgress): Kept {
  const { endedBecause } = visit
  if (endedBecause !== 'completed' && endedBecause !== 'reopened') return { ...visit, endedBecause }
  return { ...visit, status: 'confirmed', endedBecause: null }
}

/** The booking itself is undone, or was. */
function isWithdrawn(visit: VisitProgress): boolean {
  if (visit.endedBecause) return visit.endedBecause === 'booking_failed'
  const booking = lastOf('appointment-created', visit.sagas)
  return booking?.status === 'COMPENSATING' || (booking?.status === 'FAILED' && !isConfirmed(visit))
}

function lineOfRequest(visit: VisitProgress): Line {
  const { endedBecause, startsAt, createdAt, sagas } = visit
  const isStruck = isWithdrawn(visit) || (endedBecause !== null && endedBecause !== 'no_show')
  const askedFor = sagas.find(({ move }) => move)?.move?.from ?? startsAt
  return { ...line('requested', isStruck ? 'struck' : 'done', createdAt), hour: askedFor }
}

function lineOfStep(name: Line['name'], saga: SagaProgress | undefined, stepName: string): Line {
  const step = saga?.steps.find((step) => step.step === stepName)
  const isDone = step?.outcome === 'succeeded'
  const isLeftOut = !isDone && (step?.outcome === 'refused' || saga?.status === 'COMPLETED')
  if (isLeftOut) return line(name, 'failed', step?.at ?? null)
  const made = line(name, isDone ? 'done' : 'later', isDone ? step.at : null)
  return { ...made, tries: step?.attempts ?? 0, nextAt: isDone || !step ? null : (saga?.nextAt ?? null) }
}

/** What did not reach the patient at one address has reached them once it was said again at another. */
function lineOfWord(channel: Channel, word: PlannedWord, sagas: readonly SagaProgress[]): Line {
  const booking = lastOf('appointment-created', sagas)
  const asked = lineOfStep(`you_have_${channel}`, booking, stepSaying(channel, word))
  const again = stepSaying(channel, 'again')
  const corrected = countedSagas(sagas).findLast(({ planned }) => planned.includes(again))
  return asked.state === 'failed' && corrected ? lineOfStep(asked.name, corrected, again) : asked
}

/** What needed nobody's word is confirmed once everything was done for it. */
function lineOfYes({ wasDone, startedAt }: SagaProgress): Line {
  return line('confirmed_at_once', wasDone ? 'done' : 'later', wasDone ? startedAt : null)
}

function firstOpenIsNow(lines: Line[], isRunning: boolean): Line[] {
  const first = lines.findIndex(({ state }) => state === 'later')
  return lines.map((line, index) => (isRunning && index === first ? { ...line, state: 'now' } : line))
}

/** Confirmations and moves, in the order of their turns. */
function linesOfChanges({ status, sagas }: VisitProgress): Line[] {
  const confirmation = lastOf('appointment-confirmed', sagas)
  const isYes = status === 'confirmed' && confirmation?.status !== 'COMPENSATING'
  const changes = countedSagas(sagas).flatMap((saga) => {
    if (saga.move) return lineOfMove(saga, saga.move)
    return isYes && saga === confirmation ? lineOfConfirmation(saga) : []
  })
  return isYes ? changes : [...changes, line('confirmed', 'later', null)]
}

function lineOfConfirmation(saga: SagaProgress): Line {
  const isOpen = isUnderWay(saga) || (saga.status === 'FAILED' && saga.needsAttention)
  const made = line('confirmed', isOpen ? 'now' : 'done', isOpen ? null : saga.startedAt)
  return {
    ...made,
    nextAt: isOpen ? saga.nextAt : null,
    isUntold: !isOpen && isRefused(saga, 'confirmed'),
  }
}

function lineOfMove(saga: SagaProgress, { from, to }: { from: string; to: string }): Line {
  const state = saga.hasTurnedBack ? 'struck' : isUnderWay(saga) ? 'now' : 'done'
  const made = line('moved', state, state === 'now' ? null : saga.startedAt)
  const isUntold = state === 'done' && isRefused(saga, 'moved')
  return { ...made, nextAt: state === 'now' ? saga.nextAt : null, hour: to, from, isUntold }
}

/** Returns whether the patient was not told by the first channel that was tried. */
function isRefused({ steps }: SagaProgress, word: PlannedWord): boolean {
  const [first] = stepsSaying(word).flatMap((name) => steps.find(({ step }) => step === name) ?? [])
  return first?.outcome === 'refused'
}
