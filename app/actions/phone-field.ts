import { type Phone, readPhone } from '@/lib/adapters/phone/read-phone'
import { accept, refuse } from '@/lib/result'
import { env } from '@/lib/settings/env'
import { type Field, readBy, text } from '@/lib/web/fields'

/** Returns a field for a phone number, which may be left empty. */
export function phone(): Field<Phone | null> {
  return readBy(text({ limit: 'phone' }), (typed) => (typed ? readPhone(typed, env().CLINIC_COUNTRY) : accept(null)))
}

/** Returns a field for a phone number that an SMS can be sent to. */
export function textable(): Field<string> {
  const typed = text({ limit: 'phone', missing: 'sms_needs_number' })
  return readBy(typed, (written) => {
    const read = readPhone(written, env().CLINIC_COUNTRY)
    if (!read.ok) return read
    return read.value.takesSms ? accept(read.value.number) : refuse('phone_no_sms')
  })
}
