import { useTranslations } from 'next-intl'
import type { Operation } from '@/lib/domain/saga/operate'

export type Impossible = { operation: Operation; why: string }

type ImpossibleOperationsProps = {
  operations: readonly Impossible[]
  /** How trying again is called here. */
  again: 'retry' | 'resume' | 'try_now'
  /** Nobody is needed, so they are folded away. */
  isQuiet: boolean
}

/** What cannot be done now stays where it is looked for, dashed, and says why. */
export function ImpossibleOperations({ operations, again, isQuiet }: ImpossibleOperationsProps) {
  const t = useTranslations('operate')
  const tr = useTranslations('refusal')
  if (operations.length === 0) return null
  const list = (
    <ul className="grid gap-3">
      {operations.map(({ operation, why }) => (
        <li key={operation} className="grid gap-1">
          <button type="button" className="btn wide" aria-disabled="true" aria-describedby={`why-${operation}`}>
            {t(operation === 'retry' ? again : operation)}
          </button>
          <p className="small mute" id={`why-${operation}`}>
            {tr(why as 'nothing_to_retry')}
          </p>
        </li>
      ))}
    </ul>
  )
  if (!isQuiet) return list
  return (
    <details>
      <summary className="small">{t('impossible')}</summary>
      <div className="pt-3">{list}</div>
    </details>
  )
}
