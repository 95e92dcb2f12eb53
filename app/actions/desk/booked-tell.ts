import type { Phone } from '@/lib/adapters/phone/read-phone'
import type { Channel } from '@/lib/domain/messages/channels'
import type { FormRefusal } from '@/lib/web/form-answer'

type Chosen = { mail?: 'on' | undefined; sms?: 'on' | undefined }
type Left = { isKnown: boolean; email: string | null; phone: Phone | null }
type Tell = { ok: true; channels: Channel[] } | { ok: false; refusal: FormRefusal }

/**
 * Returns by what the patient is told: by nothing, when they are told on the phone. Somebody new must have left what a
 * channel needs; of somebody known, the command passes over what does not reach them.
 */
export function readTell({ mail, sms }: Chosen, { isKnown, email, phone }: Left): Tell {
  if (!isKnown && mail && !email) return { ok: false, refusal: { field: 'email', name: 'email_missing' } }
  if (!isKnown && sms && !phone) return { ok: false, refusal: { field: 'phone', name: 'sms_needs_number' } }
  if (!isKnown && sms && !phone?.takesSms) return { ok: false, refusal: { field: 'phone', name: 'phone_no_sms' } }
  return { ok: true, channels: [...(mail ? (['mail'] as const) : []), ...(sms ? (['sms'] as const) : [])] }
}
