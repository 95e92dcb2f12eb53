import { type ItemInput, recordRun } from '@/lib/commands/run/start-run'
import type { Db } from '@/lib/db/client'
import type { Span } from '@/lib/domain/intervals'
import { type ClosureChoice, choiceUnseen, type VisitChoice } from '@/lib/domain/schedule/closure'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { announce } from '@/lib/event-store/announce'
import { load } from '@/lib/event-store/load'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'
import { listVisitsInside } from './visits-inside'

export type StartClosure = {
  /** Made with the form: the same request, sent twice, closes once. Who holds the proposed hours. */
  requestId: string
  doctorId: string
  /** Who closes, an account's id, and as whom. */
  by: string
  role: 'doctor' | 'staff'
  span: Span
  /** For every visit that has no choice of its own, and for those that are found later. */
  forAll: ClosureChoice
  choices: ReadonlyMap<string, VisitChoice>
  /** What every patient is told. */
  reason: string
  undoMs: number
}

/** So long hours that were proposed are kept for the closure after it began. */
const holdMs = 10 * minuteMs

/**
 * A doctor receives nobody for a while, and each visit in it is called off, moved or left as was chosen. The time is closed
 * and its visits are listed in one transaction: nobody books in between unseen. Until `undoMs` have passed nothing is said.
 * Answers with the run that does it. `now` is an ISO instant.
 */
export async function startClosure(db: Db, asked: StartClosure, now: string) {
  const runId = idFrom(asked.requestId, 'run')
  try {
    await db.$transaction((open) => close(open as Db, runId, asked, now))
  } catch (error) {
    // The same request came first.
    if ((await load(db, runId)).length === 0) throw error
  }
  announce(db, [{ of: 'hours', doctor: asked.doctorId }])
  return accept({ runId })
}

async function close(db: Db, runId: string, asked: StartClosure, now: string): Promise<void> {
  const { requestId, doctorId, by, role, span, forAll, choices, reason: words, undoMs } = asked
  await db.timeOff.create({ data: { id: runId, doctorId, ...span } })
  const items = (await listVisitsInside(db, doctorId, span, now)).map((subjectId) => ({
    subjectId,
    input: inputOf(choices.get(subjectId) ?? choiceUnseen(forAll)),
  }))
  const beginsAt = laterBy(now, undoMs)
  await db.slotClaim.updateMany({
    where: { holder: requestId, heldUntil: { gt: new Date(now) } },
    data: { heldUntil: new Date(laterBy(beginsAt, holdMs)) },
  })
  const order = { role, from: span.startsAt, to: span.endsAt, forAll, closedAt: now, holder: requestId }
  const run = { runId, commandId: requestId, kind: 'closure' as const, doctorId, by, items, order, words, beginsAt }
  await recordRun(db, run, now)
}

/** Returns a choice as its item keeps it. */
export function inputOf(choice: VisitChoice): ItemInput {
  return { ...choice }
}
