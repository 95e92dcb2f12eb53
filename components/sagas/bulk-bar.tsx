import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { KeysHint } from '@/components/ui/keys-hint'
import { limits } from '@/lib/domain/limits'
import styles from './sagas.module.css'

const operations = ['resolve', 'retry', 'compensate'] as const

type BulkBarProps = {
  count: number
  /** How many there are on all pages, when all of this one are chosen. */
  more: number | null
  onAll: () => void
  onClear: () => void
}

/**
 * What can be done with the chosen rows, over whatever is scrolled once one is chosen. Before, its place says the keys:
 * nothing moves when the first is chosen.
 */
export function BulkBar({ count, more, onAll, onClear }: BulkBarProps) {
  const t = useTranslations('bulk')
  const isAlive = useIsAlive()
  const isIdle = isAlive && count === 0
  return (
    <section className={isIdle ? styles.foot : `${styles.foot} ${styles.bulk}`} aria-label={t('region')}>
      <span className={isIdle ? 'visually-hidden' : 'strong'} role="status">
        {t('chosen', { count })}
      </span>
      {!isIdle &&
        operations.map((operation) => (
          <button
            key={operation}
            type="submit"
            name="operation"
            value={operation}
            className={operation === 'resolve' ? 'button compact pen' : 'button compact'}
          >
            {t(operation)}
          </button>
        ))}
      {more && (
        <button type="button" className="button compact" onClick={onAll}>
          {t('all', { count: Math.min(more, 1_000) })}
        </button>
      )}
      {count > 0 && (
        <button type="button" className="button compact bare" onClick={onClear}>
          {t('clear')}
        </button>
      )}
      <noscript>
        <label className="row">
          {t('note', { count: 2 })} <input className="input" name="note" maxLength={limits.words} />
        </label>
      </noscript>
      <KeysHint names={['up', 'down', 'choose', 'open']} />
    </section>
  )
}

/** Returns whether scripts run here: without them the boxes are the browser's own, and nobody counts them. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
