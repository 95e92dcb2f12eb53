import type { CalendarEntry, Call } from '@/lib/adapters/ports'
import type { KnownAppointment } from '@/lib/domain/appointment/appointment'
import {
  type Channel,
  channelNames,
  type PatientWord,
  type PlannedWord,
  type StepSaying,
  stepSaying,
} from '@/lib/domain/messages/channels'
import type { SagaType, StepName } from '@/lib/domain/saga/plans'
import { undoneBy } from '@/lib/domain/saga/saga'
import type { MailKind, Said } from '@/lib/mails/render-message'

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

/**
 * One step: either a message, rendered and stored with the intent and then handed over by its key, or something done.
 * Its undo stands beside it. Everything here is safe to repeat.
 */
export type Effect = ({ say: Said | Again } | { run: (context: EffectContext) => Promise<void> }) & { undo?: Effect }

/** How the visit stands, said once more. */
export type Again = { channel: Channel; word: 'again' }

/** Returns what an effect says of a visit as it stands. */
export function saidOf(say: Said | Again, { state }: Pick<KnownAppointment, 'state'>): Said {
  if (say.word !== 'again') return say as Said
  return { channel: say.channel, word: state === 'confirmed' ? 'confirmed' : 'requested' }
}

/** How each step of one saga type is done; a step without an effect does not compile. */
export type Effects<Type extends SagaType> = Record<StepName<Type>, Effect>

/** Sends a mail. */
export function mail(word: MailKind, rest: { undo?: Effect } = {}): Effect {
  return { say: { channel: 'mail', word }, ...rest }
}

/** Says a word to the patient, by each channel in a step of its own; `undo` is the word that takes it back. */
export function tell<Word extends PlannedWord>(word: Word, { undo }: { undo?: PatientWord } = {}) {
  const effectBy = (channel: Channel): Effect => ({
    say: { channel, word },
    ...(undo && { undo: { say: { channel, word: undo } } }),
  })
  const steps = channelNames.map((channel) => [stepSaying(channel, word), effectBy(channel)])
  return Object.fromEntries(steps) as Record<StepSaying<Word>, Effect>
}

/** Does something to the world. */
export function act(run: (context: EffectContext) => Promise<void>, rest: { undo?: Effect } = {}): Effect {
  return { run, ...rest }
}

/** Returns the effect of a step, or of its undo. Throws when this build does not know the step. */
export function effectOf(effects: Record<string, Effect>, step: string): Effect {
  const undone = undoneBy(step)
  const wanted = undone ? effects[undone]?.undo : effects[step]
  if (!wanted) throw new Error(`no effect for step ${step}`)
  return wanted
}
