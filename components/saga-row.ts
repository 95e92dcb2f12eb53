import type { Failure } from '@/lib/domain/saga/failure'
import type { SagaFacts } from './saga-state'

/** A saga as the table shows it. Instants are ISO strings. */
export type SagaTableRow = SagaFacts & {
  sagaId: string
  version: number
  step: string | null
  failure: Failure | null
  tries: number
  updatedAt: string
  visit: { patientName: string; startsAt: string }
  doctor: { name: string; form: 'Dre' | 'Dr' } | undefined
}
