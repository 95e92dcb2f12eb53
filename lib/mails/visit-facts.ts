import type { Slot } from '@/lib/domain/appointment/appointment'

/** Everything a message about a visit may say. */
export type VisitFacts = {
  appointmentId: string
  slot: Slot
  /** Where it was before this message's saga moved it; null when it was not moved. */
  movedFrom: Slot | null
  doctor: { name: string; form: 'Dre' | 'Dr'; email: string; language: 'fr' | 'en' }
  patient: { name: string; email: string; phone: string | null; language: 'fr' | 'en' }
  clinic: { name: string; address: string; phone: string; timeZone: string }
  /** The address that the clinic's mails come from. */
  sender: string
  /** What was written when it was cancelled or declined; null when nothing was. */
  reason: string | null
  /** Free hours to offer instead. */
  nearest: readonly Slot[]
  /** What the patient's own calendar holds or is to hold: nothing before the first confirmation. */
  invitation: { isConfirmed: boolean; sequence: number } | null
  links: { visit: string; calendar: string; home: string }
}
