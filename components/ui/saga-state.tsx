import { CircleCheck, CircleDashed, OctagonX, RefreshCw, TriangleAlert, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** What a saga's state is told from. */
export type SagaFacts = {
  type: string
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'COMPENSATING'
  outcome: 'done' | 'undone' | 'superseded' | null
  needsAttention: boolean
  nextAt: string | null
}

const looks = {
  attention: { className: 'attention', Icon: TriangleAlert },
  undone: { className: 'undone', Icon: Undo2 },
  failed: { className: 'failed', Icon: OctagonX },
  compensating: { className: 'undone', Icon: Undo2 },
  retrying: { className: 'waiting', Icon: RefreshCw },
  running: { className: 'waiting', Icon: CircleDashed },
  done: { className: 'ok', Icon: CircleCheck },
  superseded: { className: 'waiting', Icon: CircleCheck },
} as const

export type SagaStateName = keyof typeof looks

/** Returns a saga's state in one word; a need for a person goes before everything. */
export function sagaState({ status, outcome, needsAttention, nextAt }: SagaFacts): SagaStateName {
  if (needsAttention) return 'attention'
  if (status === 'COMPENSATING') return 'compensating'
  if (status === 'RUNNING') return nextAt ? 'retrying' : 'running'
  return outcome ?? 'failed'
}

/** The state as icon, word and ground. */
export function SagaState({ saga }: { saga: SagaFacts }) {
  const t = useTranslations('state')
  const name = sagaState(saga)
  const { className, Icon } = looks[name]
  // Only an undone booking frees its slot.
  const isSlotKept = name === 'undone' && saga.type !== 'appointment-created'
  return (
    <span className={`state ${className}`}>
      <Icon className="icon" aria-hidden="true" />
      {t(isSlotKept ? 'undone_kept' : name)}
    </span>
  )
}
