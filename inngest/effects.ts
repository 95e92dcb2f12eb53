import type { CalendarEntry, Call } from '@/lib/adapters/ports'
import type { KnownAppointment } from '@/lib/domain/appointment/appointment'
import type { SagaType, StepName } from '@/lib/domain/saga/plans'
import { undoneBy } from '@/lib/domain/saga/saga'
import type { MailKind, TextKind } from '@/lib/mails/render-message'

/** What an effect may know when it runs. */
export type EffectContext = {
  sagaId: string
  appointmentId: string
  turn: number
  /** The appointment as this saga's turn has it, and as the turn before left it. */
  appointment: KnownAppointment
  before: KnownAppointment
  /** The visit as a calendar holds it: as this turn has it, or as the turn before left it. */
  entry: CalendarEntry
  entryBefore: CalendarEntry
  call: Call
}

/** What is said, and how. Rendered and stored with the intent, then handed over by its key. */
export type Said = { channel: 'email'; kind: MailKind } | { channel: 'sms'; kind: TextKind }

/** One step: either a message, or something done. Its undo stands beside it. Everything here is safe to repeat. */
export type Effect = ({ say: Said } | { run: (context: EffectContext) => Promise<void> }) & { undo?: Effect }

/** How each step of one saga type is done; a step without an effect does not compile. */
export type Effects<Type extends SagaType> = Record<StepName<Type>, Effect>

/** Sends a mail. */
export function mail(kind: MailKind, rest: { undo?: Effect } = {}): Effect {
  return { say: { channel: 'email', kind }, ...rest }
}

/** Sends an SMS to the patient. */
export function text(kind: TextKind, rest: { undo?: Effect } = {}): Effect {
  return { say: { channel: 'sms', kind }, ...rest }
}

/** Does something to the world. */
export function act(run: (context: EffectContext) => Promise<void>, rest: { undo?: Effect } = {}): Effect {
  return { run, ...rest }
}

/** The effect of a step, or of its undo. Throws when this build does not know the step. */
export function effectOf(effects: Record<string, Effect>, step: string): Effect {
  const undone = undoneBy(step)
  const wanted = undone ? effects[undone]?.undo : effects[step]
  if (!wanted) throw new Error(`no effect for step ${step}`)
  return wanted
}
