import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { open } from '@/lib/db/sealed'
import { type Channel, isChannel } from '@/lib/domain/messages/channels'
import { env } from '@/lib/settings/env'
import { faultOf } from '@/lib/telemetry/log'
import { timed } from './call-metrics'
import { throughCircuit } from './circuit'
import { obeyDemoFault } from './demo-fault'
import { ExternalServiceError } from './external-service-error'
import { sendByResend } from './mail/resend'
import { sendBySmtp } from './mail/smtp'
import type { Call, MessageContent, Send } from './ports'
import { sendByTwilio } from './sms/twilio'

/**
 * Sends a stored message. With a provider configured it goes out; without one, the inbox page is where it arrives. A
 * message that was sent is not sent again, nor one that a digest says. Throws ExternalServiceError, also for a fault of ours from before it was
 * handed over: nobody has to wonder then whether it is out.
 */
export async function deliverMessage(db: Db, key: string, call: Call, now: string): Promise<void> {
  let isBegun = false
  try {
    const row = await db.message.findUniqueOrThrow({ where: { key } })
    if (row.status !== 'stored') return
    if (!isChannel(row.channel)) throw new Error('a message of no channel')
    const { channel } = row
    const content = JSON.parse(open(row.content, 'message.content')) as MessageContent
    const message = { ...content, to: open(row.recipient, 'message.recipient') }
    const send = async () => {
      await obeyDemoFault(db, 'mail', channel)
      isBegun = true
      return senders[channel]()(message, call)
    }
    const providerId = await throughCircuit(db, { service: channel }, () => timed(channel, 'send', send))
    await noteSent(db, key, providerId, now)
  } catch (error) {
    if (isBegun || error instanceof ExternalServiceError) throw error
    throw new ExternalServiceError('carnet', 'transient', null, undefined, { cause: faultOf(error) })
  }
}

/** What was reported of an earlier one that could not be sent is no word about this one. */
async function noteSent(db: Db, key: string, providerId: string | null, now: string): Promise<void> {
  const isSame = Prisma.sql`(provider_id is null or provider_id is not distinct from ${providerId})`
  await db.$executeRaw`
    update message set status = 'sent', provider_id = ${providerId}, sent_at = ${now}::timestamptz,
      delivery = case when ${isSame} then delivery end,
      delivery_code = case when ${isSame} then delivery_code end,
      delivery_at = case when ${isSame} then delivery_at end
    where key = ${key}`
}

/** No name of the net ends in `.invalid` (RFC 2606, 2): whoever tries the clinic out sees what a wrong address does. */
const keepInInbox: Send = async ({ to }) => {
  if (to.endsWith('.invalid')) throw new ExternalServiceError('mail', 'address', 550)
  return null
}

/** Who carries the messages of each channel, as this clinic is set up. */
const senders: Record<Channel, () => Send> = {
  mail: () => (env().RESEND_API_KEY ? sendByResend : env().SMTP_URL ? sendBySmtp : keepInInbox),
  sms: () => (env().TWILIO_ACCOUNT_SID ? sendByTwilio : keepInInbox),
}
