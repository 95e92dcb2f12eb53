import type { OpenSaga } from '@/lib/commands/open-saga'
import type { MessageDraft } from '@/lib/commands/start-saga-step'
import { db } from '@/lib/db/client'
import { lengthOf } from '@/lib/domain/appointment/appointment'
import type { StepResult } from '@/lib/domain/saga/decide'
import { undoneBy } from '@/lib/domain/saga/saga'
import { env, senderAddress } from '@/lib/env'
import { mailKinds, renderMail, renderText } from '@/lib/mails/render-message'
import type { VisitFacts } from '@/lib/mails/visit-facts'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { getVisitFacts } from '@/lib/queries/visit-facts'
import { visitUrl } from '@/lib/visit-link'
import type { Effect, Said } from './effects'
import { known, sequenceOf, toResult } from './perform'

type Drafted = { message?: MessageDraft; failure?: StepResult }

/** Renders what a step will send. A rendering that fails is the step's failure, not a fault that is retried for ever. */
export async function draftMessage(effect: Effect, open: OpenSaga, step: string, now: string): Promise<Drafted> {
  if (!('say' in effect)) return {}
  try {
    return { message: await draft(effect.say, open, step, now) }
  } catch (error) {
    return { failure: toResult(error, open, step, 'transient') }
  }
}

/** Only an edited address may raise the generation; until addresses can be edited it is 0. */
const generation = 0

async function draft(said: Said, open: OpenSaga, step: string, now: string): Promise<MessageDraft> {
  const { appointmentId, turn } = open.saga
  const facts = await visitFacts(said, open, step, now)
  const { to, ...content } =
    said.channel === 'sms'
      ? renderText(said.kind, facts, linkIn(said, facts, open))
      : await renderMail(said.kind, facts)
  const role = said.channel === 'sms' ? 'patient' : mailKinds[said.kind].to
  const kind = said.channel === 'sms' ? `text_${said.kind}` : said.kind
  return {
    key: [appointmentId, kind, turn, role, generation].join(':'),
    channel: said.channel,
    kind,
    role,
    to,
    content,
  }
}

/** Whoever is told by SMS alone finds their visit's page by the first one; in every one the link would cost twice as much. */
function linkIn({ kind }: Said, { links }: VisitFacts, { saga }: OpenSaga): string | null {
  const isMailed = saga.plan.steps.some(({ name }) => name === 'email-patient')
  return kind === 'requested' && !isMailed ? links.visit : null
}

async function visitFacts(
  said: Said,
  { saga, appointment, before }: OpenSaga,
  step: string,
  now: string,
): Promise<VisitFacts> {
  const visit = known(appointment)
  const facts = await getVisitFacts(db(), visit)
  const home = env().CARNET_URL
  const links = { visit: await visitUrl(visit.id), calendar: new URL('/calendar', home).href, home }
  const isUndo = undoneBy(step) !== undefined || saga.hasTurnedBack
  const isInvited =
    before.state === 'confirmed' || visit.state === 'confirmed' || said.kind === 'confirmation_withdrawn'
  const invitation = isInvited
    ? { isConfirmed: visit.state === 'confirmed', sequence: sequenceOf(saga.turn, isUndo) }
    : null
  const wanted = { doctor: facts.doctor, length: lengthOf(visit) }
  const nearest = said.kind === 'declined' ? await nearestOpenSlots(db(), wanted, visit.slot.startsAt, { now }) : []
  const movedFrom = before.state === 'absent' ? null : before.slot
  return { ...facts, sender: senderAddress(), movedFrom, nearest, invitation, links }
}
