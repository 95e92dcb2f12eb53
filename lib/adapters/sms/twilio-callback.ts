import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Delivery, DeliveryReport } from '@/lib/domain/messages/delivery'

const words: Record<string, Delivery> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'bounced',
  failed: 'failed',
  canceled: 'failed',
}

/**
 * Why an SMS did not arrive, when the number is none the worse for it: a queue or a network that was full, a phone that
 * is off, or nobody knows (twilio.com/docs/api/errors).
 */
const passing = ['30001', '30003', '30008', '30017']

/** Returns where Twilio reports what becomes of the message with this key. */
export function twilioCallbackUrl(home: string, key: string): string {
  const url = new URL('/api/webhooks/twilio', home)
  url.searchParams.set('message', key)
  return url.href
}

/**
 * What Twilio says of an SMS of ours; undefined when it speaks of something else. `url` is the address we gave it, to
 * the letter: it is signed too. Throws when the signature is not made with our token. Source:
 * twilio.com/docs/usage/security, "Validating Requests"; twilio.com/docs/messaging/api/message-resource, "Status".
 */
export function readTwilioCallback(
  { url, form, signature }: { url: string; form: URLSearchParams; signature: string },
  token: string,
  now: string,
): DeliveryReport | undefined {
  if (!isSigned(signature, url, form, token)) throw new Error('the signature is not ours')
  const key = new URL(url).searchParams.get('message')
  const delivery = words[form.get('MessageStatus') ?? '']
  if (!key || !delivery) return undefined
  const code = form.get('ErrorCode')
  const isSoft = delivery === 'bounced' && passing.includes(code ?? '')
  return {
    key,
    providerId: form.get('MessageSid'),
    delivery: isSoft ? 'soft_bounced' : delivery,
    code: code && /^\d{1,6}$/.test(code) ? code : null,
    at: now,
  }
}

function isSigned(given: string, url: string, form: URLSearchParams, token: string): boolean {
  const fields = [...form].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  const received = Buffer.from(given, 'base64')
  return spellings(url).some((spelling) => {
    const signed = createHmac('sha1', token)
      .update(spelling + fields.flat().join(''))
      .digest()
    return received.length === signed.length && timingSafeEqual(received, signed)
  })
}

/** Twilio signs an address with its port or without, whichever it was given: its own library tries both. */
function spellings(url: string): string[] {
  const { protocol, hostname, port } = new URL(url)
  const rest = url.slice(new URL(url).origin.length)
  const usual = protocol === 'https:' ? '443' : '80'
  return [`${protocol}//${hostname}${rest}`, `${protocol}//${hostname}:${port || usual}${rest}`]
}
