import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { open } from '@/lib/db/sealed'
import { env } from '@/lib/env'
import { faultOf } from '@/lib/log'
import { timed } from './call-metrics'
import { throughCircuit } from './circuit'
import { obeyDemoFault } from './demo-fault'
import { ExternalServiceError } from './external-service-error'
import type { Call, MessageContent, Send } from './ports'
import { sendByResend } from './resend'
import { sendBySmtp } from './smtp'
import { sendByTwilio } from './twilio'

/**
 * Sends a stored message. With a provider configured it goes out; without one, the inbox page is where it arrives. A
 * message that was sent is not sent again. Throws ExternalServiceError, also for a fault of ours from before it was handed over:
 * nobody has to wonder then whether it is out.
 */
export async function deliverMessage(db: Db, key: string, call: Call, now: string): Promise<void> {
  let isBegun = false
  try {
    const row = await db.message.findUniqueOrThrow({ where: { key } })
    if (row.status === 'sent') return
    const service = row.channel === 'sms' ? 'sms' : 'mail'
    const content = JSON.parse(open(row.content, 'message.content')) as MessageContent
    const message = { ...content, to: open(row.recipient, 'message.recipient') }
    const send = async () => {
      await obeyDemoFault(db, 'mail', service)
      isBegun = true
      return senderOf(row.channel)(message, call)
    }
    const providerId = await throughCircuit(db, { service }, () => timed(service, 'send', send))
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

function senderOf(channel: string): Send {
  const { RESEND_API_KEY, SMTP_URL, TWILIO_ACCOUNT_SID } = env()
  if (channel === 'sms') return TWILIO_ACCOUNT_SID ? sendByTwilio : keepInInbox
  if (RESEND_API_KEY) return sendByResend
  return SMTP_URL ? sendBySmtp : keepInInbox
}

const keepInInbox: Send = async () => null
