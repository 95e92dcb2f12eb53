import { CircleCheck, CircleDashed, CircleMinus, CircleQuestionMark, OctagonX, RefreshCw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ShownFailure, useSagaWords } from './saga-words'
import { Time } from './time'

type ShownAttempt = {
  step: string
  attempt: number
  /** ISO instants. */
  startedAt: string
  endedAt: string | null
  outcome: 'succeeded' | 'deferred' | 'refused' | 'unknown' | null
  failure: ShownFailure | null
}

type SagaTimelineProps = {
  saga: { status: string; stepNames: readonly string[]; attempts: readonly ShownAttempt[] }
}

/** Doing, then undoing in reverse: one row an attempt, oldest first, and the steps that were never begun. */
export function SagaTimeline({ saga: { status, stepNames, attempts } }: SagaTimelineProps) {
  const t = useTranslations('saga')
  const isForward = ({ step }: ShownAttempt) => stepNames.includes(step)
  const [doing, undoing] = [attempts.filter(isForward), attempts.filter((attempt) => !isForward(attempt))]
  const untried = stepNames.filter((name) => !attempts.some(({ step }) => step === name))
  const start = Date.parse(attempts[0]?.startedAt ?? new Date(0).toISOString())
  const end = Math.max(...attempts.map(({ endedAt, startedAt }) => Date.parse(endedAt ?? startedAt)), start + 1)
  const scale = (at: string) => ((Date.parse(at) - start) / (end - start)) * 100
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
        {doing.map((attempt) => (
          <AttemptRow key={attempt.step + attempt.attempt} attempt={attempt} isUndo={false} scale={scale} />
        ))}
        {untried.map((step) => (
          <UntriedRow key={step} step={step} isStillToCome={status === 'RUNNING'} />
        ))}
        {undoing.length > 0 && <Part title={t('undoing')} />}
        {undoing.map((attempt) => (
          <AttemptRow key={attempt.step + attempt.attempt} attempt={attempt} isUndo scale={scale} />
        ))}
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

const looks = {
  succeeded: { className: 'ok', Icon: CircleCheck },
  deferred: { className: 'waiting', Icon: RefreshCw },
  refused: { className: 'failed', Icon: OctagonX },
  unknown: { className: 'waiting', Icon: CircleQuestionMark },
} as const
const underWay = { className: 'pen', Icon: CircleDashed } as const
const undone = { className: 'undone', Icon: Undo2 } as const

type AttemptRowProps = { attempt: ShownAttempt; isUndo: boolean; scale: (at: string) => number }

function AttemptRow({ attempt, isUndo, scale }: AttemptRowProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const { outcome, startedAt, endedAt, failure } = attempt
  const { className, Icon } = isUndo && outcome === 'succeeded' ? undone : outcome ? looks[outcome] : underWay
  const name = words.step(attempt.step)
  const took = endedAt ? t('took', { ms: Date.parse(endedAt) - Date.parse(startedAt) }) : t('open_attempt')
  const [from, to] = [scale(startedAt), scale(endedAt ?? startedAt)]
  return (
    <div className={`line ${className}`}>
      <div className="when">
        <Time at={startedAt} form="clockWithSeconds" />
      </div>
      <div className="what">
        <div className="name">
          <span className="mk">
            <Icon className="icon" aria-hidden="true" />
          </span>
          <b>{attempt.attempt > 1 ? t('try', { step: name, attempt: attempt.attempt }) : name}</b>
          <small>
            {[took, failure && words.failure(failure), outcome === 'unknown' && t('unknown')]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </div>
        <div className="bars" aria-hidden="true">
          <i
            className={isUndo ? 'undo' : ''}
            style={{ '--a': `${from}%`, '--b': `${to - from}%` } as React.CSSProperties}
          />
        </div>
      </div>
    </div>
  )
}

function UntriedRow({ step, isStillToCome }: { step: string; isStillToCome: boolean }) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  return (
    <div className="line todo">
      <div className="when">{t(isStillToCome ? 'later' : 'never')}</div>
      <div className="what">
        <div className="name">
          <span className="mk">
            <CircleMinus className="icon" aria-hidden="true" />
          </span>
          <b>{words.step(step)}</b>
          <small>{t('not_started')}</small>
        </div>
      </div>
    </div>
  )
}
