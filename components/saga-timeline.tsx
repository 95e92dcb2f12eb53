import { useTranslations } from 'next-intl'
import { hasEnded, type Saga } from '@/lib/domain/saga/saga'
import { AttemptRow } from './attempt-row'
import { QuietRow } from './quiet-row'
import { type TimelineRow, timelineRows } from './timeline-rows'

/** Doing, then undoing in reverse: one row an attempt, oldest first, then what was left out and what is still to come. */
export function SagaTimeline({ saga }: { saga: Saga }) {
  const t = useTranslations('saga')
  const { attempts } = saga
  const { doing, undoing } = timelineRows(saga)
  const start = Date.parse(attempts[0]?.startedAt ?? new Date(0).toISOString())
  const end = Math.max(...attempts.map(({ endedAt, startedAt }) => Date.parse(endedAt ?? startedAt)), start + 1)
  const scale = (at: string) => ((Date.parse(at) - start) / (end - start)) * 100
  const row = (one: TimelineRow) => {
    if (one.kind !== 'attempt') return <QuietRow key={one.kind + one.step} row={one} isOver={hasEnded(saga)} />
    return <AttemptRow key={one.attempt.step + one.attempt.number} {...one} scale={scale} />
  }
  return (
    <section className="sheet main" aria-labelledby="happened">
      <div className="ledger tl">
        <div className="line">
          <div className="when" />
          <div className="what">
            <h2 id="happened">
              {t('what_happened')} <small className="mute small">{t('attempts', { count: attempts.length })}</small>
            </h2>
          </div>
        </div>
        <Part title={t('doing')} />
        {doing.map(row)}
        {undoing.length > 0 && <Part title={t('undoing')} />}
        {undoing.map(row)}
      </div>
    </section>
  )
}

function Part({ title }: { title: string }) {
  return (
    <div className="line part">
      <div className="when" />
      <div className="what">{title}</div>
    </div>
  )
}
