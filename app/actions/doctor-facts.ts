import { specialties } from '@/lib/domain/people/specialties'
import { choice, email, text } from '@/lib/web/fields'

/** Who a doctor is to the clinic, and how they are written to. */
export const doctorFacts = {
  name: text({ limit: 'personName', missing: 'name_missing', tooLong: 'name_too_long' }),
  email: email(),
  form: choice(['Dre', 'Dr'], 'choose_one'),
  specialty: choice(specialties, 'choose_one'),
  language: choice(['fr', 'en'], 'choose_one'),
}
