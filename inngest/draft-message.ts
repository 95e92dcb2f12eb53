import { howStored } from '@/lib/commands/saga/hold-for-digest'
import type { OpenSaga } from '@/lib/commands/saga/open-saga'
import type { MessageDraft } from '@/lib/commands/saga/start-saga-step'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { mapUrlOf } from '@/lib/domain/address'
import { isLive, lengthOf } from '@/lib/domain/appointment/appointment'
import { sequenceOf } from '@/lib/domain/appointment/sequence'
import { stepSaying } from '@/lib/domain/messages/channels'
import type { RequestMail } from '@/lib/domain/messages/digest'
import type { StepResult } from '@/lib/domain/saga/decide'
import { attemptsOf, undoneBy } from '@/lib/domain/saga/saga'
import type { MailedVisit } from '@/lib/mails/mailed-visit'
import { kindOf, readerOf, renderMessage, type Said } from '@/lib/mails/render-message'
import { findKeyOfWords } from '@/lib/queries/saga/messages'
import { nearestOpenSlots } from '@/lib/queries/visit/open-slots'
import { getVisitDetails } from '@/lib/queries/visit/visit-details'
import { env, senderAddress } from '@/lib/settings/env'
import { visitFileUrl, visitUrl } from '@/lib/web/visit-link'
import { type Effect, saidOf } from './effects'
import { known, toResult } from './perform'

type Drafted = { message?: MessageDraft; failure?: StepResult }

/**
 * Renders what a step will send. A rendering that fails is the step's failure, not a fault that is retried for ever.
 */
export async function draftMessage(effect: Effect, open: OpenSaga, step: string, now: string): Promise<Drafted> {
  if (!('say' in effect)) return {}
  try {
    const message = await draft(saidOf(effect.say, known(open.appointment)), open, step, now)
    return { message: effect.say.word === 'again' ? await asAlreadySaid(message, open) : message }
  } catch (error) {
    return { failure: toResult(error, open, step, 'transient') }
  }
}

/**
 * An earlier turn that had not spoken yet when the address was corrected has spoken to the corrected one, with its link:
 * what would be said again is then that message, by its key, which nobody sends twice. What was said before the patient
 * asked is what they want to have again.
 */
async function asAlreadySaid(message: MessageDraft, { saga: { subject }, begunAt }: OpenSaga): Promise<MessageDraft> {
  const { key: notKey, kind, role, to, content } = message
  const key = await findKeyOfWords(db(), {
    subjectId: subject.id,
    kind,
    role,
    to,
    text: content.text,
    notKey,
    since: begunAt,
  })
  return key === undefined ? message : { ...message, key }
}

async function draft(said: Said, open: OpenSaga, step: string, now: string): Promise<MessageDraft> {
  const { subject, turn } = open.saga
  const [role, kind] = [readerOf(said), kindOf(said)]
  // Only another address raises it: the same message to the same address has the same key.
  const generation = role === 'patient' && isLive(open.appointment) ? open.appointment.corrections : 0
  const { wanted, ...facts } = await visitFacts(said, open, step, now)
  const { to, ...content } = await renderMessage(said, facts)
  const status = await howStored(db(), { sagaId: open.saga.sagaId, word: said.word, wanted })
  return {
    status,
    key: [subject.id, kind, turn, role, generation].join(':'),
    channel: said.channel,
    kind,
    role,
    to,
    content,
  }
}

/** Whether the patient's own calendar holds the visit, or is to hold it once they have read this. */
function isInvited({ word }: Said, { saga, appointment, before }: Pick<OpenSaga, 'saga' | 'appointment' | 'before'>) {
  if (word === 'confirmation_withdrawn') return true
  // What was confirmed at once and failed was called confirmed only if it came so far.
  if (word === 'not_booked') return attemptsOf(saga, stepSaying('mail', 'confirmed')).length > 0
  return before.state === 'confirmed' || appointment.state === 'confirmed'
}

async function visitFacts(
  said: Said,
  { saga, appointment, before, begunAt }: OpenSaga,
  step: string,
  now: string,
): Promise<MailedVisit & { wanted: RequestMail }> {
  const visit = known(appointment)
  const facts = await getVisitDetails(db(), visit)
  const home = env().CARNET_URL
  const of = { appointmentId: visit.id, contactId: visit.patientId }
  const token = await visitToken(db(), of, now)
  const links = {
    visit: visitUrl(token),
    file: visitFileUrl(token),
    map: mapUrlOf(facts.clinic.address),
    calendar: new URL('/calendar', home).href,
    home,
  }
  const isUndo = undoneBy(step) !== undefined || saga.hasTurnedBack
  const invitation = isInvited(said, { saga, appointment, before })
    ? { isConfirmed: visit.state === 'confirmed', sequence: sequenceOf(saga.turn, isUndo), madeAt: begunAt }
    : null
  const asked = { doctor: facts.doctor, length: lengthOf(visit) }
  const nearest = said.word === 'declined' ? await nearestOpenSlots(db(), asked, visit.slot.startsAt, { now }) : []
  const movedFrom = before.state === 'absent' ? null : before.slot
  const isLate = visit.state === 'ended' && visit.how === 'cancelled' && visit.late
  const wanted = facts.doctor.requestMail
  return { ...facts, wanted, sender: senderAddress(), movedFrom, isLate, nearest, invitation, links }
}
