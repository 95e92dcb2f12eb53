import { CircleCheck, CircleDashed, CircleQuestionMark, OctagonX, RefreshCw, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import type { Attempt } from '@/lib/domain/saga/saga'
import { msBetween } from '@/lib/domain/time'
import { duration } from '@/lib/views/duration'
import type { TimelineRow } from '@/lib/views/timeline-rows'
import styles from './saga.module.css'

const looks = {
  succeeded: { className: 'ok', Icon: CircleCheck },
  deferred: { className: 'waiting', Icon: RefreshCw },
  refused: { className: 'failed', Icon: OctagonX },
  unknown: { className: 'waiting', Icon: CircleQuestionMark },
} as const
const underWay = { className: 'pen', Icon: CircleDashed } as const
const undone = { className: 'undone', Icon: Undo2 } as const

export type Bars = {
  /** Where instants stand on the timeline's one scale, in percent. */
  place: (at: string) => number
  /** When this step was tried again, if it was. */
  againAt: string | null
}

type AttemptRowProps = Omit<Extract<TimelineRow, { kind: 'attempt' }>, 'kind'> & {
  bars: Bars
  /** Whether the side panel tells of it. */
  isChosen: boolean
}

/**
 * One attempt: when, what, how it went, and how long it took on the timeline's scale. Its name opens it at the side.
 */
export function AttemptRow({ attempt, isUndo, isPassedOver, isRepeat, bars, isChosen }: AttemptRowProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const locale = useLocale()
  const { step, number, outcome, startedAt, endedAt, failure } = attempt
  const { className, Icon } = attemptLook(attempt, isUndo)
  const name = words.step(step)
  const took = endedAt ? duration(msBetween(startedAt, endedAt), locale) : t('open_attempt')
  const { againAt } = bars
  const waitMs = endedAt && againAt ? msBetween(endedAt, againAt) : 0
  const remarks = [
    took,
    words.failure(failure),
    outcome === 'unknown' && t('unknown'),
    isPassedOver && t('passed_over'),
    isRepeat && t('repeated'),
    waitMs > 0 && t('again_after', { time: duration(waitMs, locale) }),
  ]
  return (
    <li className={`line ${className} ${isChosen ? styles.selected : ''}`} aria-current={isChosen ? 'true' : undefined}>
      <div className="when">
        <Time at={startedAt} form="clockWithSeconds" />
      </div>
      <div className="what">
        <div className={styles.name}>
          <span className="sign">
            <Icon className="icon" aria-hidden="true" />
          </span>
          <b>
            <Link
              className={styles.plain}
              prefetch={false}
              scroll={false}
              replace
              href={{ query: isChosen ? {} : { attempt: attemptName(attempt) } }}
            >
              {number > 1 ? t('try', { step: name, attempt: number }) : name}
            </Link>
          </b>
          <small>{remarks.filter(Boolean).join(' · ')}</small>
        </div>
        <div className={styles.bars} aria-hidden="true">
          <Bar
            className={isUndo ? styles.undo : ''}
            from={bars.place(startedAt)}
            to={bars.place(endedAt ?? startedAt)}
          />
          {endedAt && againAt && <Bar className={styles.wait} from={bars.place(endedAt)} to={bars.place(againAt)} />}
        </div>
      </div>
    </li>
  )
}

function Bar({ className, from, to }: { className: string | undefined; from: number; to: number }) {
  return <i className={className} style={{ '--a': `${from}%`, '--b': `${to - from}%` } as CSSProperties} />
}

/** Returns the icon and the ground of an attempt. */
export function attemptLook({ outcome }: Pick<Attempt, 'outcome'>, isUndo: boolean) {
  if (isUndo && outcome === 'succeeded') return undone
  return outcome ? looks[outcome] : underWay
}

/** Returns how an attempt stands in an address. */
export function attemptName({ step, number }: Pick<Attempt, 'step' | 'number'>): string {
  return `${step}.${number}`
}
