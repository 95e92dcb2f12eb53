import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { Operation } from '@/lib/domain/saga/operate'
import { idFrom } from '@/lib/ids'

/** What somebody did with a saga. `at` is an ISO instant. */
export type OperatorAct = {
  at: string
  /** Null when Carnet itself did it, after an outage. */
  who: string | null
  operation: Operation
  step: string | null
  /** Why, in their words. */
  note: string | null
}

/**
 * By the event that says so. Leaving out a step of a saga that has ended also tries it again: the last event counts.
 */
const operations: Record<string, Operation> = {
  SagaRetried: 'retry',
  StepSkipped: 'skip',
  CompensationStarted: 'compensate',
  AttentionResolved: 'resolve',
}

const said = z.object({ step: z.string().nullable().default(null), because: z.unknown().optional() })
const signed = z.object({ actor: z.string(), correlationId: z.uuid() })

/** Returns everything operators did with a saga, oldest first. */
export async function listOperatorActs(db: Db, sagaId: string): Promise<OperatorAct[]> {
  const rows = await db.event.findMany({
    where: { streamId: sagaId, type: { in: Object.keys(operations) } },
    orderBy: { version: 'asc' },
  })
  const events = rows.map(({ type, occurredAt, data, metadata }) => ({
    at: occurredAt.toISOString(),
    operation: operations[type] ?? 'retry',
    ...said.parse(data),
    ...signed.parse(metadata),
  }))
  const acts = new Map(events.filter(isOperators).map((event) => [event.correlationId, event]))
  const [names, notes] = await Promise.all([namesOfAccounts(db), notesAbout(db, sagaId)])
  return [...acts.values()].map(({ at, operation, step, actor, correlationId }) => {
    const who = actor === 'recovery' ? null : (names.get(actor) ?? actor)
    return { at, operation, step, who, note: notes.get(idFrom(correlationId, 'note')) ?? null }
  })
}

/** A saga that turns back by itself says because of what. */
function isOperators({ operation, because }: { operation: Operation; because?: unknown }): boolean {
  return operation !== 'compensate' || because === null
}

async function namesOfAccounts(db: Db): Promise<Map<string, string>> {
  const rows = await db.user.findMany({ select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function notesAbout(db: Db, sagaId: string): Promise<Map<string, string>> {
  const rows = await db.note.findMany({ where: { about: sagaId } })
  return new Map(rows.map(({ id, text }) => [id, open(text, 'note.text')]))
}
