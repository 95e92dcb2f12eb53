import type { SagaProgress } from '@/lib/domain/appointment/verdict'

/** A visit as the patient's page shows it. Instants are ISO strings. */
export type ShownVisit = {
  id: string
  startsAt: string
  patientName: string
  doctor: { name: string; form: 'Dre' | 'Dr'; specialty: string }
  sagas: readonly SagaProgress[]
}
