import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

const operations = ['resolve', 'retry', 'compensate'] as const

type BulkBarProps = {
  count: number
  /** How many there are on all pages, when all of this one are chosen. */
  more: number | null
  onAll: () => void
  onClear: () => void
}

/** What can be done with the chosen rows. It is always there, so that nothing moves when the first is chosen. */
export function BulkBar({ count, more, onAll, onClear }: BulkBarProps) {
  const t = useTranslations('bulk')
  const isAlive = useIsAlive()
  const isIdle = isAlive && count === 0
  return (
    <section className="bulk" aria-label={t('region')}>
      <span className="strong" role="status">
        {t('chosen', { count })}
      </span>
      {operations.map((operation) => (
        <button
          key={operation}
          type="submit"
          name="operation"
          value={operation}
          className={operation === 'resolve' && !isIdle ? 'btn s pen' : 'btn s'}
          aria-disabled={isIdle || undefined}
        >
          {t(operation)}
        </button>
      ))}
      {more && (
        <button type="button" className="btn s" onClick={onAll}>
          {t('all', { count: Math.min(more, 1_000) })}
        </button>
      )}
      {count > 0 && (
        <button type="button" className="btn s bare" onClick={onClear}>
          {t('clear')}
        </button>
      )}
      <noscript>
        <label className="row">
          {t('note', { count: 2 })} <input className="input" name="note" maxLength={500} />
        </label>
      </noscript>
      <span className="keys hide-s">{t.rich('keys', { b: (letters) => <kbd>{letters}</kbd> })}</span>
    </section>
  )
}

/** Whether scripts run here: without them the boxes are the browser's own, and nobody counts them. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
