import type { SagaFacts } from '@/components/ui/saga-state'
import type { Failure } from '@/lib/domain/saga/failure'

/** A saga as the table shows it. Instants are ISO strings. */
export type SagaTableRow = SagaFacts & {
  sagaId: string
  version: number
  step: string | null
  failure: Failure | null
  tries: number
  updatedAt: string
  /** When the page was read. */
  seenAt: string
  /** Whether the list holds one cause alone, which need not be said in each row. */
  isCauseKnown: boolean
  visit: { patientName: string; startsAt: string }
  doctor: { name: string; form: 'Dre' | 'Dr' } | undefined
}
