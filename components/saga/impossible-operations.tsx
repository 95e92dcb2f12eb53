import { useTranslations } from 'next-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import type { Operation } from '@/lib/domain/saga/operate'
import type { BareRefusal } from '@/lib/refusals'

export type Impossible = { operation: Operation; why: BareRefusal }

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
  const say = useRefusalWords()
  if (operations.length === 0) return null
  const list = (
    <ul className="stack gap-3">
      {operations.map(({ operation, why }) => (
        <li key={operation} className="stack gap-1">
          <button type="button" className="button wide" aria-disabled="true" aria-describedby={`why-${operation}`}>
            {t(operation === 'retry' ? again : operation)}
          </button>
          <p className="small mute" id={`why-${operation}`}>
            {say({ name: why })}
          </p>
        </li>
      ))}
    </ul>
  )
  if (!isQuiet) return list
  return (
    <details>
      <summary className="small">{t('impossible')}</summary>
      <div className="above-3">{list}</div>
    </details>
  )
}
