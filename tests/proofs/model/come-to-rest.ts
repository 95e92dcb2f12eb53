import { hourMs, minuteMs } from '@/lib/domain/time'
import { everybodyWorks } from './at-work'
import { type Clinic, clock, newId, settings } from './clinic'
import { sagaRows } from './database'
import { passTime } from './outside'
import { operateSaga } from './saga-commands'
import { listUnreached, overdueAt, sweep } from './sweep'
import { once, setToWork } from './worker'

/**
 * Once faults stop, how long it may take until every saga has ended: the longest wait between two tries, a few times
 * over.
 */
const boundMs = 48 * hourMs

const sweepEveryMs = minuteMs

/** The faults stop: every service works, and nobody crashes any more. */
export function stopFaults({ outside }: Clinic): void {
  outside.moods = { calendar: 'works', mail: 'works', sms: 'works' }
  outside.fates = []
}

/**
 * Everything is delivered, and time passes, until nothing is due any more. Throws when it is not within the bound (P2).
 */
export function comeToRest(clinic: Clinic): void {
  const until = clinic.now + boundMs
  while (clinic.now <= until) {
    const commits = clinic.database.commits.length
    setToWork(clinic, { name: 'sweep', call: once(() => sweep(clinic)), isCalledAgain: false })
    everybodyWorks(clinic)
    const next = nextInstant(clinic)
    if (next === undefined && clinic.database.commits.length === commits) return
    passTime(clinic, Math.max((next ?? 0) - clinic.now, 0))
  }
  throw new Error('P2: the clinic does not come to rest')
}

/** When something is due next, though nobody does anything new; undefined when nothing is. */
function nextInstant(clinic: Clinic): number | undefined {
  const { database, outside, workers } = clinic
  const unfinished = sagaRows(database).filter(({ status }) => status === 'RUNNING' || status === 'COMPENSATING')
  const instants = [
    ...workers.map(({ wakeAt }) => wakeAt),
    ...outside.underWay.map(({ at }) => at),
    ...database.outbox.filter(({ status }) => status !== 'ACKED').map(({ nextAt }) => Date.parse(nextAt)),
    ...listUnreached(clinic).map(({ dueAt }) => Math.max(dueAt, clinic.now + sweepEveryMs)),
    ...unfinished.map((row) =>
      Math.max(overdueAt(clinic, row) + settings.recoveryAfterMs + 1, clinic.now + sweepEveryMs),
    ),
  ]
  return instants.length > 0 ? Math.max(Math.min(...instants), clinic.now + 1) : undefined
}

/** An operator tries again whatever asks for a person, or notes that it was dealt with; the earliest turn first. */
export function dealWithEverything(clinic: Clinic): void {
  for (let rounds = 0; rounds < 10; rounds++) {
    const [row] = sagaRows(clinic.database).filter(({ needs_attention }) => needs_attention)
    if (!row) return
    for (const operation of ['retry', 'resolve'] as const) {
      const request = { requestId: newId(clinic), sagaId: row.saga_id, operation, version: row.version, by: 'ada' }
      clinic.operations.push(request)
      setToWork(clinic, { name: operation, call: once(() => operateSaga(clinic, request)), isCalledAgain: false })
      everybodyWorks(clinic)
    }
    comeToRest(clinic)
  }
  throw new Error('somebody is asked for again and again, though everything works')
}

/** Time passes until every reminder has fallen due. */
export function letRemindersFallDue(clinic: Clinic): void {
  for (;;) {
    const waiting = [...clinic.database.reminders.values()].filter(({ status }) => status === 'waiting')
    const [next] = waiting.map(({ dueAt }) => dueAt).toSorted()
    if (!next) return
    passTime(clinic, Math.max(Date.parse(next) - clinic.now, 0))
    comeToRest(clinic)
    if (clock(clinic) < next) throw new Error('a reminder was sent early')
  }
}
