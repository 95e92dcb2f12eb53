import { laterBy } from '@/lib/domain/schedule/later-by'
import { type Clinic, clock, idFrom, settings, type Work } from './clinic'
import { sagaRows } from './database'
import { postDueReminders } from './reminders'
import { runSaga } from './run-saga'
import { operateSaga } from './saga-commands'

/** Mirrors `sweep` of inngest/sweep.ts. */
export function* sweep(clinic: Clinic): Work<void> {
  yield* postDueReminders(clinic)
  yield* retryAfterOutage(clinic)
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

/** Mirrors `retryAfterOutage` of lib/commands/retry-after-outage.ts. */
function* retryAfterOutage(clinic: Clinic): Work<void> {
  for (const { saga_id: sagaId, version } of listOutagesEnded(clinic)) {
    const requestId = idFrom(sagaId, `retry-after-outage:${version}`)
    yield* operateSaga(clinic, { requestId, sagaId, operation: 'retry', version, by: 'recovery' })
  }
}

/** Mirrors `listOutagesEnded` of lib/queries/sagas.ts. */
function listOutagesEnded({ database }: Clinic) {
  const attempts = [...database.models.values()].flatMap((model) => model.saga_step_attempt)
  const hasAnswered = (service: string, since: string) =>
    attempts.some((one) => one.service === service && one.outcome === 'succeeded' && one.started_at > since)
  return sagaRows(database).filter(({ needs_attention, updated_at, data: { asksAbout } }) => {
    return (
      needs_attention &&
      asksAbout.every(({ kind, service }) => kind === 'exhausted' && hasAnswered(service, updated_at))
    )
  })
}

/** Mirrors `wakeOverdueSagas` of inngest/wake-overdue-sagas.ts and `listOverdueSagas` of lib/queries/sagas.ts. */
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
  { next_at, updated_at, appointment_id }: { next_at: string | null; updated_at: string; appointment_id: string },
): number {
  const driver = database.drivers.get(appointment_id)
  return Math.max(Date.parse(next_at ?? updated_at), driver ? Date.parse(driver.until) : 0)
}
