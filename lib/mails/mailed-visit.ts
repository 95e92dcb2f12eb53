import type { Slot } from '@/lib/domain/schedule/slot'
import type { PatientVisit } from '@/lib/ics/visit-ics'

/** Everything a message about a visit may say. */
export type MailedVisit = {
  appointmentId: string
  slot: Slot
  /** Where it was before this message's saga moved it; null when it was not moved. */
  movedFrom: Slot | null
  doctor: PatientVisit['doctor'] & { email: string; language: 'fr' | 'en' }
  patient: { name: string; email: string | null; phone: string | null; language: 'fr' | 'en' }
  clinic: { name: string; address: string; phone: string; timeZone: string; noticeHours: number }
  /** What it is for, as its type is called; null when it has none. */
  visitType: { fr: string; en: string } | null
  /** The address that the clinic's mails come from. */
  sender: string
  /** Whether its patient called it off inside the clinic's notice. */
  isLate: boolean
  /** What was written when it was cancelled or declined; null when nothing was. */
  reason: string | null
  /** Free hours to offer instead. */
  nearest: readonly Slot[]
  /** What to bring, and how to prepare; empty where nothing is asked. */
  instructions: PatientVisit['instructions']
  /** What the patient's own calendar holds or is to hold: nothing before the first confirmation. */
  invitation: PatientVisit['invitation']
  /** `file` is the visit for a calendar; `map` a search for the clinic's address. */
  links: { visit: string; file: string; map: string; calendar: string; home: string }
}
