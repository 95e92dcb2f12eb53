import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'
import {
  type Channel,
  channelNames,
  channels,
  channelsOf,
  type Reach,
  reachedBy,
  reachIn,
} from '@/lib/domain/messages/channels'
import { load } from '@/lib/event-store/load'
import type { LinkOf } from '@/lib/event-store/visit-link'
import { newId } from '@/lib/ids'
import { getPatientById, type Patient } from '@/lib/queries/people/patients'
import { accept, refuse } from '@/lib/result'
import { replaceVisitLink } from './visit-links'

type Content = { subject: string; text: string; html: string | null; ics: null }

/** Puts into words that a link is new; by which channel, and to whom. */
export type RenderNewLink = (token: string, to: { channel: Channel; patient: Patient }) => Promise<Content>

/**
 * Gives a contact a new link to their visit in the commit that revokes the old one, and stores the message that brings
 * it to them, by the first channel they are told by. Whoever asked for it learns nothing: they may have the old link
 * from somebody else. Returns the key of the message. Refuses `nowhere_to_send`, and leaves the link as it is: somebody
 * who left neither address nor number has it from the desk. `now` is an ISO instant.
 */
export async function sendNewLink(db: Db, of: LinkOf, render: RenderNewLink, now: string) {
  const [patient, reach] = await Promise.all([getPatientById(db, of.contactId), reachOf(db, of.appointmentId)])
  const leftTo = (name: Channel) => patient[channels[name].reachedBy]
  const channel =
    channelsOf(reach).find((name) => leftTo(name) !== null) ?? channelNames.find((name) => leftTo(name) !== null)
  const address = channel && leftTo(channel)
  if (!address) return refuse('nowhere_to_send')
  const key = `visit-link:${newId()}`
  const message = { key, channel, kind: 'new_link', role: 'patient', status: 'stored', createdAt: now }
  const about = { subjectKind: 'appointment', subjectId: of.appointmentId }
  await db.$transaction(async (tx) => {
    const token = await replaceVisitLink(tx as Db, of, now)
    const content = seal(JSON.stringify(await render(token, { channel, patient })), 'message.content')
    const recipient = seal(address, 'message.recipient')
    await tx.message.create({ data: { ...message, ...about, recipient, content } })
  })
  return accept({ key })
}

/** Returns by what the patient wanted to be told when they booked. */
async function reachOf(db: Db, appointmentId: string): Promise<Reach> {
  const history = await load(db, appointmentId)
  const created = history.map(({ event }) => event).find((event) => event.type === 'AppointmentCreated')
  return created ? reachIn(created.data) : reachedBy('mail')
}
