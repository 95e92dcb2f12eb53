import { X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type Attempt, plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { attemptLook } from './attempt-row'
import { decidedOn } from './decided-on'
import { duration } from './duration'
import { useSagaWords } from './saga-words'
import { Time } from './time'

/** One attempt in full: what was asked, how long it took, what was answered, and what the saga made of it. */
export function AttemptPanel({ saga, attempt }: { saga: Saga; attempt: Attempt }) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const locale = useLocale()
  const { step, number, outcome, startedAt, endedAt, failure, key } = attempt
  const { className, Icon } = attemptLook(attempt, undoneBy(step) !== undefined)
  const name = words.step(step)
  return (
    <section className="sheet pad attempt-panel" aria-labelledby="attempt">
      <div className="attempt-head">
        <h2 id="attempt">{t('try', { step: name, attempt: number })}</h2>
        <Link
          className="btn bare s square"
          prefetch={false}
          scroll={false}
          replace
          href={{ query: {} }}
          aria-label={t('close_attempt')}
        >
          <X className="icon" aria-hidden="true" />
        </Link>
      </div>
      <dl className="kv">
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
        <dd>{endedAt ? duration(Date.parse(endedAt) - Date.parse(startedAt), locale) : '–'}</dd>
        <dt>{t('attempt_answer')}</dt>
        <dd>{failure ? words.failure(failure) : t(outcome === 'succeeded' ? 'answer_yes' : 'answer_none')}</dd>
        <dt>{t('attempt_decided')}</dt>
        <dd>{t(`decided_${decidedOn(saga, attempt)}`)}</dd>
        <dt>{t('attempt_key')}</dt>
        <dd className="id">{key}</dd>
      </dl>
    </section>
  )
}
