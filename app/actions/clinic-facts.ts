import { checked, text } from '@/lib/web/fields'

const phone = text({ limit: 'phone', missing: 'phone_missing' })

/** What every clinic says of itself: its name, where it is, and its number. */
export const clinicFacts = {
  name: text({ limit: 'line', missing: 'clinic_name_missing' }),
  address: text({ limit: 'line', missing: 'address_missing' }),
  phone: checked(phone, (typed) => /^\+?[\d .()-]{8,24}$/.test(typed), 'phone_invalid'),
}
