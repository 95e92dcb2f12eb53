import { CircleCheck, CircleDashed, CircleMinus, OctagonX } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import styles from './health.module.css'

export type ShownStream = {
  /**
   * How many events are late, whether there are more than that, and since when the first of them waits (ISO instant).
   */
  behind: number
  isMore: boolean
  since: string | null
  /** Since when nothing gets across (ISO instant), and the broker's word for it. */
  failingSince: string | null
  failure: string | null
}

const looks = {
  off: { className: 'todo', Icon: CircleMinus },
  on: { className: 'ok', Icon: CircleCheck },
  behind: { className: 'waiting', Icon: CircleDashed },
  no_answer: { className: 'failed', Icon: OctagonX },
  refused: { className: 'failed', Icon: OctagonX },
  restored: { className: 'failed', Icon: OctagonX },
} as const

/** Whether events leave for elsewhere, and how far they are; null: none do. */
export function EventStreamLine({ stream }: { stream: ShownStream | null }) {
  const t = useTranslations('event_stream')
  const locale = useLocale()
  const how = howIs(stream)
  const { className, Icon } = looks[how]
  const { behind: count = 0, isMore = false } = stream ?? {}
  const number = `${count.toLocaleString(locale)}${isMore ? '+' : ''}`
  const at = stream?.failingSince ?? stream?.since
  const since = () => at && <Time key="since" at={at} form="short" />
  return (
    <section className="above-5" aria-labelledby="event-stream">
      <h2 id="event-stream" className="below-3">
        {t('title')}
      </h2>
      <div className={`sheet ${styles.stream}`}>
        <span className={`state ${className}`}>
          <Icon className="icon" aria-hidden="true" />
        </span>
        <span>
          {t.rich(how, { since, count, number, failure: stream?.failure ?? '' })}
          {stream?.failingSince && count > 0 && ` ${t('waiting', { count, number })}`}
        </span>
      </div>
    </section>
  )
}

function howIs(stream: ShownStream | null): keyof typeof looks {
  if (!stream) return 'off'
  const { failingSince, failure, behind } = stream
  if (failingSince) return failure === 'no_answer' || failure === 'restored' ? failure : 'refused'
  return behind > 0 ? 'behind' : 'on'
}
