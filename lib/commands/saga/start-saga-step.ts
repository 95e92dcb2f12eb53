import type { Db } from '@/lib/db/client'
import { seal, toHex } from '@/lib/db/sealed'
import type { Channel } from '@/lib/domain/messages/channels'
import { startStep } from '@/lib/domain/saga/decide'
import { planOf } from '@/lib/domain/saga/plans'
import { attemptsOf, isLost, plannedStep, undoneBy } from '@/lib/domain/saga/saga'
import { subjectColumns } from '@/lib/domain/subject'
import { laterBy } from '@/lib/domain/time'
import { append, type SideRows } from '@/lib/event-store/append'
import { newId } from '@/lib/ids'
import { findDriverEnd } from '@/lib/queries/saga/drivers'
import { parseFailure } from '@/lib/queries/saga/saga-data'
import { accept, refuse } from '@/lib/result'
import { type OpenSaga, replaySaga } from './open-saga'

export type MessageDraft = {
  key: string
  channel: Channel
  kind: string
  role: 'patient' | 'doctor'
  to: string
  content: { subject: string; text: string; html: string | null; ics: string | null }
  /** Whether it is to be sent: not what waits for a digest, nor what was undone before it was told. */
  status: 'stored' | 'held' | 'dropped'
}

type StartSagaStep = {
  step: string
  /** Names the effect: an undo buries it, and a buried effect is refused. */
  key: string
  message: MessageDraft | undefined
  /** Milliseconds the call may take, how much longer nobody else may act, and how much later it may still arrive. */
  deadlineMs: number
  graceMs: number
  lateMs: number
}

/** A saga whose step may now be tried, by us alone until the token lapses. */
export type Driven = { open: OpenSaga; token: string }

/**
 * Takes the subject's driver token and records the intent to try a step, with the message it will send and the
 * tombstones of what it takes back, in one transaction. Refuses when another drives (`busy`, with the instant the token
 * lapses) and when an undo came first (`buried`).
 */
export async function startSagaStep(db: Db, open: OpenSaga, request: StartSagaStep, now: string) {
  const { step, key, message, deadlineMs, graceMs, lateMs } = request
  const { saga, history } = open
  const { sagaId, subject } = saga
  const token = newId()
  const taken = await takenBack(db, open, step)
  const othersLost = taken.filter(({ isOthers, isLost }) => isOthers && isLost).map(({ deadlineAt }) => deadlineAt)
  const events = startStep(saga, step, { key, now, deadlineAt: laterBy(now, deadlineMs), lateMs, othersLost })
  const sideRows: SideRows = {
    ...(message && { message: toMessageRow(message, open, now) }),
    tombstones: [...new Set(taken.map((call) => call.key))].map((buried) => ({ effect_key: buried, created_at: now })),
  }
  const appended = await append(db, {
    commandId: token,
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events }],
    take: { subject, token, until: laterBy(now, deadlineMs + graceMs) },
    unlessBuried: key,
    sideRows,
  })
  if (appended.appended) {
    const recorded = [...history, ...appended.added]
    return accept<Driven>({ token, open: { ...open, history: recorded, saga: replaySaga(recorded) } })
  }
  if (appended.because === 'buried') return refuse('buried')
  return refuse('busy', { until: (await findDriverEnd(db, subject)) ?? now })
}

type TakenBack = { key: string; deadlineAt: string; isLost: boolean; isOthers: boolean }

/**
 * Returns the calls a step takes back: those of the step it undoes, or, when it ends the appointment, every calendar
 * call before.
 */
async function takenBack(db: Db, { saga }: OpenSaga, step: string): Promise<TakenBack[]> {
  const undone = undoneBy(step)
  if (undone) {
    return attemptsOf(saga, undone).map((attempt) => ({ ...attempt, isLost: isLost(attempt), isOthers: false }))
  }
  if (!planOf(saga.type).overtakes || plannedStep(saga, step).service !== 'calendar') return []
  const rows = await db.sagaStepAttempt.findMany({
    where: { service: 'calendar', saga: { ...subjectColumns(saga.subject), turn: { lt: saga.turn } } },
  })
  return rows.map(({ key, deadlineAt, outcome, failure }) => {
    const isUnknown = outcome === null || outcome === 'unknown' || parseFailure(failure)?.kind === 'unknown'
    return { key, deadlineAt: deadlineAt.toISOString(), isLost: isUnknown, isOthers: true }
  })
}

function toMessageRow({ to, content, ...message }: MessageDraft, { saga }: OpenSaga, now: string) {
  return {
    ...message,
    subject_kind: saga.subject.kind,
    subject_id: saga.subject.id,
    saga_id: saga.sagaId,
    recipient: toHex(seal(to, 'message.recipient')),
    content: toHex(seal(JSON.stringify(content), 'message.content')),
    created_at: now,
  }
}
