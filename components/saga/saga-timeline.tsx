import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Attempt, hasEnded, type Saga } from '@/lib/domain/saga/saga'
import { duration } from '@/lib/views/duration'
import { type TimelineRow, timelineRows } from '@/lib/views/timeline-rows'
import { AttemptRow, attemptName } from './attempt-row'
import { QuietRow } from './quiet-row'
import styles from './saga.module.css'
import { timeScale } from './time-scale'

/**
 * Doing, then undoing in reverse: one row an attempt, oldest first, then what was left out and what is still to come.
 * All bars share one scale, on which long waits are cut. `chosen` names the attempt that is told of at the side.
 */
export function SagaTimeline({ saga, chosen }: { saga: Saga; chosen: string | undefined }) {
  const t = useTranslations('saga')
  const locale = useLocale()
  const { attempts } = saga
  const { doing, undoing } = timelineRows(saga)
  const { place, totalMs, isCut } = timeScale(
    attempts.map(({ startedAt, endedAt }) => ({ from: Date.parse(startedAt), to: Date.parse(endedAt ?? startedAt) })),
  )
  const bars = ({ step, number }: Attempt) => ({
    place: (at: string) => place(Date.parse(at)),
    againAt: attempts.find((other) => other.step === step && other.number === number + 1)?.startedAt ?? null,
  })
  const row = (step: TimelineRow) => {
    if (step.kind !== 'attempt') return <QuietRow key={step.kind + step.step} row={step} isOver={hasEnded(saga)} />
    const name = attemptName(step.attempt)
    return <AttemptRow key={name} {...step} bars={bars(step.attempt)} isChosen={name === chosen} />
  }
  return (
    <section className="sheet" aria-labelledby="happened">
      <div className={styles.timelineHead}>
        <h2 id="happened">
          {t('what_happened')}{' '}
          <small className="mute small">
            {attempts.length > 0 && `${duration(totalMs, locale)}, `}
            {t('attempts', { count: attempts.length })}
          </small>
        </h2>
        <span className={styles.id}>{t('version', { turn: saga.turn, id: saga.sagaId.slice(0, 8) })}</span>
      </div>
      <ol className={`ledger ${styles.timeline}`}>
        <Part title={t('doing')}>
          <span className={styles.scale} aria-hidden="true">
            <span>0</span>
            <span>
              {isCut && `${t('cut')} `}
              {duration(totalMs, locale)}
            </span>
          </span>
        </Part>
        {doing.map(row)}
        {undoing.length > 0 && <Part title={t('undoing')} />}
        {undoing.map(row)}
      </ol>
    </section>
  )
}

function Part({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <li className="line part">
      <div className="when" />
      <div className="what">
        <span>{title}</span>
        {children}
      </div>
    </li>
  )
}
