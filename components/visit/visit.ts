import type { VisitProgress } from '@/lib/views/progress'

/** A visit as a page shows it. Instants are ISO strings; `startsAt` is the hour it is at. */
export type ShownVisit = VisitProgress & {
  id: string
  patientName: string
  cancelledLate: boolean
  doctor: { name: string; form: 'Dre' | 'Dr'; specialty: string }
  /** What it was booked as; null for visits from before there were types. */
  visitType: { fr: string; en: string } | null
  /** What was written when it was cancelled or declined. */
  reason: string | null
}
