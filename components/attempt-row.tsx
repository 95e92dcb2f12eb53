import { CircleCheck, CircleDashed, CircleQuestionMark, OctagonX, RefreshCw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useSagaWords } from './saga-words'
import { Time } from './time'
import type { TimelineRow } from './timeline-rows'

const looks = {
  succeeded: { className: 'ok', Icon: CircleCheck },
  deferred: { className: 'waiting', Icon: RefreshCw },
  refused: { className: 'failed', Icon: OctagonX },
  unknown: { className: 'waiting', Icon: CircleQuestionMark },
} as const
const underWay = { className: 'pen', Icon: CircleDashed } as const
const undone = { className: 'undone', Icon: Undo2 } as const

type AttemptRowProps = Omit<Extract<TimelineRow, { kind: 'attempt' }>, 'kind'> & { scale: (at: string) => number }

/** One attempt: when, what, how it went, and how long it took on the timeline's scale. */
export function AttemptRow({ attempt, isUndo, isPassedOver, isRepeat, scale }: AttemptRowProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const { step, number, outcome, startedAt, endedAt, failure } = attempt
  const { className, Icon } = isUndo && outcome === 'succeeded' ? undone : outcome ? looks[outcome] : underWay
  const name = words.step(step)
  const took = endedAt ? t('took', { ms: Date.parse(endedAt) - Date.parse(startedAt) }) : t('open_attempt')
  const [from, to] = [scale(startedAt), scale(endedAt ?? startedAt)]
  const remarks = [
    took,
    words.failure(failure),
    outcome === 'unknown' && t('unknown'),
    isPassedOver && t('passed_over'),
    isRepeat && t('repeated'),
  ]
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
          <b>{number > 1 ? t('try', { step: name, attempt: number }) : name}</b>
          <small>{remarks.filter(Boolean).join(' · ')}</small>
        </div>
        <div className="bars" aria-hidden="true">
          <i className={isUndo ? 'undo' : ''} style={{ '--a': `${from}%`, '--b': `${to - from}%` } as CSSProperties} />
        </div>
      </div>
    </div>
  )
}
