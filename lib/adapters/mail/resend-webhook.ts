import { Resend } from 'resend'
import { z } from 'zod'
import type { Delivery, DeliveryReport } from '@/lib/domain/messages/delivery'
import { keyTag } from './resend'

const words: Record<string, Delivery> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.opened': 'delivered',
  'email.clicked': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
  'email.failed': 'failed',
}

const payload = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  data: z.object({
    email_id: z.string(),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: z.object({ type: z.string(), subType: z.string().default('') }).optional(),
    suppressed: z.object({ type: z.string() }).optional(),
  }),
})

/**
 * Bounces that are not for good: a full mailbox, an answering machine, a reason that could not be read. Without its type
 * a bounce is for good, as the documentation of the event says.
 */
const softTypes = ['transient', 'undetermined', 'soft']

/** A code, not a sentence: a bounce's own words may name a person. */
const code = z
  .string()
  .regex(/^[\w/ .-]{1,60}$/)
  .nullable()
  .catch(null)

/**
 * What Resend says of a mail of ours; undefined when it speaks of something else. Throws when the signature is not
 * Resend's, or is older than five minutes. Source: resend.com/docs, "Verify Webhooks Requests" and "Event Types".
 */
export function readResendWebhook(body: string, headers: Headers, webhookSecret: string): DeliveryReport | undefined {
  const header = (name: string) => headers.get(`svix-${name}`) ?? ''
  const signed = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') }
  // Verifying needs no key of Resend's, but its client does not begin without one.
  const verified = new Resend('re_none').webhooks.verify({ payload: body, headers: signed, webhookSecret })
  const read = payload.safeParse(verified)
  const delivery = read.success ? words[read.data.type] : undefined
  const tag = read.data?.data.tags?.[keyTag.name]
  if (!read.success || !delivery || !tag) return undefined
  const { email_id: providerId, bounce, suppressed } = read.data.data
  const why = bounce ? `${bounce.type}${bounce.subType && `/${bounce.subType}`}` : (suppressed?.type ?? null)
  const at = new Date(read.data.created_at).toISOString()
  const isSoft = delivery === 'bounced' && softTypes.includes(bounce?.type.toLowerCase() ?? '')
  return { key: keyTag.read(tag), providerId, delivery: isSoft ? 'soft_bounced' : delivery, code: code.parse(why), at }
}
