import type { Slot } from '@/lib/domain/appointment/appointment'

/** Everything a message about a visit may say. */
export type VisitFacts = {
  appointmentId: string
  slot: Slot
  doctor: { name: string; form: 'Dre' | 'Dr'; email: string; language: 'fr' | 'en' }
  patient: { name: string; email: string; phone: string | null; language: 'fr' | 'en' }
  clinic: { name: string; address: string; phone: string; timeZone: string }
  links: { visit: string; calendar: string; home: string }
}
