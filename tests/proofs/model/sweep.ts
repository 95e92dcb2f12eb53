import { channelOfStep, stepSaying } from '@/lib/domain/messages/channels'
import { askDesk } from '@/lib/domain/saga/decide'
import { failureKinds } from '@/lib/domain/saga/failure'
import { laterBy } from '@/lib/domain/time'
import { isOfSaga } from '@/lib/event-store/stream-kinds'
import type { SagaRow } from '@/lib/projections/saga'
import { append } from './append'
import { type Clinic, clock, idFrom, newId, settings, type Work } from './clinic'
import { load, sagaRows } from './database'
import { replaySaga } from './open-saga'
import { postDueReminders } from './reminders'
import { runSaga } from './run-saga'
import { operateSaga } from './saga-commands'

/** Mirrors `sweep` of inngest/sweep.ts. */
export function* sweep(clinic: Clinic): Work<void> {
  yield* postDueReminders(clinic)
  yield* retryAfterOutage(clinic)
  yield* askDeskAboutUnreached(clinic)
  relay(clinic, false)
  yield 'wake what is overdue'
  wakeOverdueSagas(clinic)
}

/** Mirrors `relay` of lib/outbox/relay.ts; Inngest may lose what it was given. */
export function relay(clinic: Clinic, isLost: boolean): void {
  const now = clock(clinic)
  for (const row of clinic.database.outbox) {
    if (row.status === 'ACKED' || row.nextAt > now) continue
    row.status = 'SENT'
    row.nextAt = laterBy(now, settings.outboxResendMs)
    if (!isLost) runSaga(clinic, row)
  }
}

/** Mirrors `retryAfterOutage` of lib/commands/saga/retry-after-outage.ts. */
function* retryAfterOutage(clinic: Clinic): Work<void> {
  for (const { saga_id: sagaId, version } of listOutagesEnded(clinic)) {
    const requestId = idFrom(sagaId, `retry-after-outage:${version}`)
    yield* operateSaga(clinic, { requestId, sagaId, operation: 'retry', version, by: 'recovery' })
  }
}

/** Mirrors `listOutagesEnded` of lib/queries/saga/sagas.ts. */
function listOutagesEnded({ database }: Clinic) {
  const attempts = [...database.models.values()].flatMap((model) => model.saga_step_attempt)
  const hasAnswered = (service: string, since: string) =>
    attempts.some(
      (attempt) => attempt.service === service && attempt.outcome === 'succeeded' && attempt.started_at > since,
    )
  return sagaRows(database).filter(({ needs_attention, updated_at, data: { asksAbout } }) => {
    return (
      needs_attention &&
      asksAbout.every(({ kind, service }) => kind === 'exhausted' && hasAnswered(service, updated_at))
    )
  })
}

/** Mirrors `wakeOverdueSagas` of inngest/wake-overdue.ts and `listOverdueSagas` of lib/queries/saga/sagas.ts. */
function wakeOverdueSagas(clinic: Clinic): void {
  const { database, now } = clinic
  for (const row of sagaRows(database)) {
    if (row.status !== 'RUNNING' && row.status !== 'COMPENSATING') continue
    if (overdueAt(clinic, row) + settings.recoveryAfterMs < now) runSaga(clinic, { sagaId: row.saga_id })
  }
}

/** Since when a saga should have gone on, as nobody drives its appointment; milliseconds. */
export function overdueAt(
  { database }: Clinic,
  { next_at, updated_at, subject_id }: { next_at: string | null; updated_at: string; subject_id: string },
): number {
  const driver = database.drivers.get(subject_id)
  return Math.max(Date.parse(next_at ?? updated_at), driver ? Date.parse(driver.until) : 0)
}

/** Mirrors `askDeskAboutUnreached` of lib/commands/saga/ask-desk.ts. */
export function* askDeskAboutUnreached(clinic: Clinic): Work<void> {
  for (const { sagaId, dueAt } of listUnreached(clinic)) {
    if (dueAt > clinic.now) continue
    const history = load(clinic.database, sagaId)
    const saga = replaySaga(history)
    const events = askDesk(saga)
    yield 'ask the desk'
    if (events.length === 0) continue
    append(clinic.database, {
      commandId: idFrom(sagaId, `ask-desk:${history.length}`),
      actor: 'recovery',
      now: clock(clinic),
      changes: [{ streamId: sagaId, history, events }],
      take: { subject: saga.subject, token: newId(clinic), until: clock(clinic) },
    })
  }
}

/** Mirrors `listUnreached` of lib/queries/saga/unreached.ts, with when each is to be asked about (milliseconds). */
export function listUnreached(clinic: Clinic): { sagaId: string; dueAt: number }[] {
  const { models } = clinic.database
  return [...models].flatMap(([sagaId, { saga, saga_step_attempt: attempts }]) => {
    const [row] = saga
    const refused = attempts.filter(({ failure }) => failure && failureKinds[failure.kind].isOfAddress)
    const [visit] = row && refused.length > 0 ? (models.get(row.subject_id)?.appointment ?? []) : []
    if (!row || !visit || visit.status === 'ended') return []
    const near = Date.parse(visit.starts_at) - settings.addressPatienceMs
    const open = refused.filter(({ step, attempt }) => isUnheard(clinic, row, step, attempt))
    return open.map(({ ended_at }) => ({
      sagaId,
      dueAt: Math.min(Date.parse(ended_at ?? '') + settings.addressPatienceMs, near),
    }))
  })
}

/** Whether nobody was asked about this attempt since, and it was not tried again. */
function isUnheard(clinic: Clinic, row: SagaRow, step: string, attempt: number): boolean {
  if (isMended(clinic, row, step)) return false
  const events = load(clinic.database, row.saga_id).filter(isOfSaga)
  const isAbout = ({ event }: (typeof events)[number]) => 'step' in event.data && event.data.step === step
  const refusal = events.find(
    (recorded) => recorded.event.type === 'StepRefused' && isAbout(recorded) && recorded.event.data.attempt === attempt,
  )
  return !events.slice(refusal?.version).some((recorded) => {
    const { type } = recorded.event
    return type === 'SagaRetried' || ((type === 'AttentionRaised' || type === 'StepSkipped') && isAbout(recorded))
  })
}

/** Whether the patient has left another address since, by which this step's channel reaches them. */
export function isMended(
  { database }: Clinic,
  { subject_id, turn }: Pick<SagaRow, 'subject_id' | 'turn'>,
  step: string,
): boolean {
  const channel = channelOfStep(step)
  if (!channel) return false
  const again: string = stepSaying(channel, 'again')
  return sagaRows(database).some(
    (other) => other.subject_id === subject_id && other.turn > turn && other.step_names.includes(again),
  )
}
