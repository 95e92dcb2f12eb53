import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { env } from '@/lib/env'
import { obeyDemoFault } from './demo-fault'
import type { Call, MessageContent, Send } from './ports'
import { sendByResend } from './resend'

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
