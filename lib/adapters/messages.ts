import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { env } from '@/lib/env'
import type { Call } from './calendar'
import { obeyDemoFault } from './demo-fault'
import { sendByResend } from './resend'

/** What is sent, rendered once and kept, so that a repeat is the same to the byte. */
export type MessageContent = { subject: string; text: string; html: string | null; ics: string | null }

/** One attempt to hand a message over. Answers with the provider's id, if it gives one; throws ExternalServiceError. */
export type Send = (message: MessageContent & { to: string }, call: Call) => Promise<string | null>

/**
 * Sends a stored message. With a provider configured it goes out; without one, the inbox page is where it arrives. An
 * SMS always arrives in the inbox. A message that was sent is not sent again.
 */
export async function deliverMessage(db: Db, key: string, call: Call, now: string): Promise<void> {
  const row = await db.message.findUniqueOrThrow({ where: { key } })
  if (row.status === 'sent') return
  await obeyDemoFault(db, 'mail')
  const { RESEND_API_KEY } = env()
  const send: Send = row.channel === 'email' && RESEND_API_KEY ? sendByResend : keepInInbox
  const content = JSON.parse(open(row.content, 'message.content')) as MessageContent
  const providerId = await send({ ...content, to: open(row.recipient, 'message.recipient') }, call)
  await db.message.update({ where: { key }, data: { status: 'sent', providerId, sentAt: now } })
}

const keepInInbox: Send = async () => null
