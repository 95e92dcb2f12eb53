import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import type { CalendarEntry, Call } from '@/lib/adapters/ports'
import type { MessageDraft } from '@/lib/commands/start-saga-step'
import { db } from '@/lib/db/client'
import type { StepResult } from '@/lib/domain/saga/decide'
import type { SagaType, StepName } from '@/lib/domain/saga/plans'
import { type Saga, undoPrefix } from '@/lib/domain/saga/saga'
import { env } from '@/lib/env'
import { faultOf, log } from '@/lib/log'
import { type MailKind, mailKinds, renderMail, renderText } from '@/lib/mails/render-message'
import type { VisitFacts } from '@/lib/mails/visit-facts'
import { getSlot, getVisitFacts } from '@/lib/queries/visit-facts'
import { visitUrl } from '@/lib/visit-link'

/** What an effect may know when it runs. */
export type EffectContext = {
  sagaId: string
  appointmentId: string
  /** Reads the people and the clinic. Throws when one of them does not exist. */
  facts: () => Promise<VisitFacts>
  /** The visit as a calendar holds it. */
  entry: (status: CalendarEntry['status']) => Promise<CalendarEntry>
  call: Call
}

/** A mail by its kind, or the SMS. Rendered and stored with the intent, then handed over by its key. */
type MessageKind = MailKind | 'text'

/** One step: either a message, or something done. Its undo stands beside it. Everything here is safe to repeat. */
export type Effect = ({ say: MessageKind } | { run: (context: EffectContext) => Promise<void> }) & { undo?: Effect }

/** How each step of one saga type is done; a step without an effect does not compile. */
export type Effects<Type extends SagaType> = Record<StepName<Type>, Effect>

/** Sends a message. */
export function say(kind: MessageKind, rest: { undo?: Effect } = {}): Effect {
  return { say: kind, ...rest }
}

/** Does something to the world. */
export function act(run: (context: EffectContext) => Promise<void>, rest: { undo?: Effect } = {}): Effect {
  return { run, ...rest }
}

/** The effect of a step, or of its undo. Throws when this build does not know the step. */
export function effectOf(effects: Record<string, Effect>, step: string): Effect {
  const isUndo = step.startsWith(undoPrefix)
  const effect = effects[isUndo ? step.slice(undoPrefix.length) : step]
  const wanted = isUndo ? effect?.undo : effect
  if (!wanted) throw new Error(`no effect for step ${step}`)
  return wanted
}

/** What an effect of this saga may know. */
export function effectContext({ sagaId, appointmentId }: Saga, call: Call): EffectContext {
  return {
    sagaId,
    appointmentId,
    call,
    facts: () => visitFacts(appointmentId),
    async entry(status) {
      const { doctorId, startsAt, endsAt } = await getSlot(db(), appointmentId)
      return { appointmentId, doctorId, startsAt, endsAt, status }
    },
  }
}

type Prepared = { message?: MessageDraft; failure?: StepResult }

/** Renders what a step will send. A rendering that fails is the step's failure, not a fault that is retried for ever. */
export async function prepareMessage(effect: Effect, saga: Saga): Promise<Prepared> {
  if (!('say' in effect)) return {}
  try {
    return { message: await draft(effect.say, saga) }
  } catch (error) {
    return { failure: toResult(error) }
  }
}

/** Performs a step once and says what became of it. Never throws. */
export async function perform(
  effect: Effect,
  context: EffectContext,
  messageKey: string | undefined,
): Promise<StepResult> {
  try {
    if ('run' in effect) await effect.run(context)
    else if (messageKey) await deliverMessage(db(), messageKey, context.call, new Date().toISOString())
    return { ok: true }
  } catch (error) {
    return toResult(error)
  }
}

/** Only an edited address may raise the generation; until addresses can be edited it is 0. */
const generation = 0

async function draft(kind: MessageKind, { appointmentId, turn }: Saga): Promise<MessageDraft> {
  const facts = await visitFacts(appointmentId)
  const { to, ...content } = kind === 'text' ? renderText(facts) : await renderMail(kind, facts)
  const role = kind === 'text' ? 'patient' : mailKinds[kind].to
  const key = [appointmentId, kind, turn, role, generation].join(':')
  return { key, channel: kind === 'text' ? 'sms' : 'email', kind, role, to, content }
}

async function visitFacts(appointmentId: string): Promise<VisitFacts> {
  const home = env().CARNET_URL
  const links = { visit: await visitUrl(appointmentId), calendar: new URL('/calendar', home).href, home }
  return { ...(await getVisitFacts(db(), appointmentId)), links }
}

/** A service's own failure as it stands; anything else is a fault of ours, which may have happened after the effect. */
function toResult(error: unknown): StepResult {
  if (error instanceof ExternalServiceError) {
    const { failure, retryAfterMs } = error
    return { ok: false, failure, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  log().error({ fault: faultOf(error) }, 'an effect failed by a fault of ours')
  return { ok: false, failure: { service: 'carnet', kind: 'unknown', status: null } }
}
