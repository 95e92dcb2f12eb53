import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { BulkResult } from './bulk-result'
import type { BulkRun } from './use-bulk-run'

type BulkOutcomeProps = { run: BulkRun; onStop: () => void; onClose: () => void }

/** How far a long work has come, and in the end what became of each. */
export function BulkOutcome({ run, onStop, onClose }: BulkOutcomeProps) {
  const t = useTranslations('bulk')
  const button = useRef<HTMLButtonElement>(null)
  const { stage, total, outcome } = run
  const isOver = stage === 'over'
  const tried = outcome.done + outcome.changed + outcome.refused
  // The button that had the focus is gone; the next thing to press takes it.
  useEffect(() => {
    if (stage) button.current?.focus()
  }, [stage])
  return (
    <>
      {/* A bar without a value would pace to and fro: before the number is known it stands at nothing. */}
      <progress className="progress" max={total || 1} value={tried} aria-label={t('progress_label')} />
      <div role="status">
        {isOver ? <BulkResult run={run} /> : <p className="soft">{t('progress', { tried, total })}</p>}
      </div>
      <div className="row fill">
        <button type="button" className="button" ref={button} onClick={isOver ? onClose : onStop}>
          {t(isOver ? 'close' : 'stop')}
        </button>
      </div>
    </>
  )
}
