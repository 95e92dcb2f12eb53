import { type Channel, channelNames } from '@/lib/domain/messages/channels'
import { env } from '@/lib/settings/env'

/**
 * Returns the channels by which patients can be told: mail, and what is set up, or all while mails stay on the inbox
 * page too.
 */
export function offeredChannels(): Channel[] {
  const { RESEND_API_KEY, SMTP_URL, TWILIO_ACCOUNT_SID } = env()
  const isSetUp: Record<Channel, boolean> = {
    mail: Boolean(RESEND_API_KEY || SMTP_URL),
    sms: Boolean(TWILIO_ACCOUNT_SID),
  }
  return channelNames.filter((channel) => channel === 'mail' || isSetUp[channel] || !isSetUp.mail)
}
