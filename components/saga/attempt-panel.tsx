import { X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import { type Attempt, plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { msBetween } from '@/lib/domain/time'
import { decidedOn } from '@/lib/views/decided-on'
import { duration } from '@/lib/views/duration'
import { attemptLook } from './attempt-row'
import styles from './saga.module.css'

/** One attempt in full: what was asked, how long it took, what was answered, and what the saga made of it. */
export function AttemptPanel({ saga, attempt }: { saga: Saga; attempt: Attempt }) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const locale = useLocale()
  const { step, number, outcome, startedAt, endedAt, failure, key } = attempt
  const { className, Icon } = attemptLook(attempt, undoneBy(step) !== undefined)
  const name = words.step(step)
  return (
    <section className={`sheet padded ${styles.attemptPanel}`} aria-labelledby="attempt">
      <div className={styles.attemptHead}>
        <h2 id="attempt">{t('try', { step: name, attempt: number })}</h2>
        <Link
          className="button bare compact square"
          prefetch={false}
          scroll={false}
          replace
          href={{ query: {} }}
          aria-label={t('close_attempt')}
        >
          <X className="icon" aria-hidden="true" />
        </Link>
      </div>
      <dl className="key-facts">
        <dt>{t('attempt_outcome')}</dt>
        <dd>
          <span className={`state ${className}`}>
            <Icon className="icon" aria-hidden="true" />
            {t(`outcome_${outcome ?? 'open'}`)}
          </span>
        </dd>
        <dt>{t('attempt_service')}</dt>
        <dd>{words.service(plannedStep(saga, step).service)}</dd>
        <dt>{t('attempt_asked')}</dt>
        <dd>
          <Time at={startedAt} form="clockWithSeconds" />
        </dd>
        <dt>{t('attempt_took')}</dt>
        <dd>{endedAt ? duration(msBetween(startedAt, endedAt), locale) : '–'}</dd>
        <dt>{t('attempt_answer')}</dt>
        <dd>{failure ? words.failure(failure) : t(outcome === 'succeeded' ? 'answer_yes' : 'answer_none')}</dd>
        <dt>{t('attempt_decided')}</dt>
        <dd>{t(`decided_${decidedOn(saga, attempt)}`)}</dd>
        <dt>{t('attempt_key')}</dt>
        <dd className={styles.id}>{key}</dd>
      </dl>
    </section>
  )
}
