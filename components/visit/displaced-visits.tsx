import { TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RefusalNote } from '@/components/form/refusal-note'
import { refusedNote } from '@/components/form/refused'
import { SubmitButton } from '@/components/form/submit-button'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Time } from '@/components/ui/time'
import type { DisplacedVisit } from '@/lib/refusals'
import type { FormRefusal } from '@/lib/web/form-answer'
import styles from './visit.module.css'

type DisplacedVisitsProps = {
  refusal: FormRefusal | undefined
  submit: 'save' | 'take' | 'close'
  /** Where something is done about all of them. */
  decide?: Route
}

/** Why a form was sent back; when visits would be hit, which, and the button that saves all the same. */
export function DisplacedVisits({ refusal, submit, decide }: DisplacedVisitsProps) {
  const t = useTranslations('hours')
  const tc = useTranslations('closure')
  const say = useRefusalWords()
  if (refusal?.name !== 'visits_displaced') return <RefusalNote refusal={refusal} />
  const { visits } = refusal.data
  return (
    <div className="note attention" {...refusedNote}>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grows stack gap-3">
        <p className="strong">{say(refusal)}</p>
        {decide && (
          <p>
            <Link prefetch={false} className="button pen" href={decide}>
              {tc('decide', { count: visits.length })}
            </Link>
          </p>
        )}
        <VisitLinks visits={visits} />
        <p>{t('hit_body')}</p>
        <div>
          <SubmitButton className="button" pending={t('saving')} name="seen" value={visits.map(({ id }) => id).join()}>
            {t(`${submit}_anyway`)}
          </SubmitButton>
        </div>
      </div>
    </div>
  )
}

/** Visits by hour and patient, each a link to its page. */
export function VisitLinks({ visits }: { visits: readonly DisplacedVisit[] }) {
  return (
    <ul className={styles.listed}>
      {visits.map(({ id, startsAt, patientName, path }) => (
        <li key={id}>
          <Link prefetch={false} href={(path ?? '') as Route}>
            <span>
              <Time at={startsAt} form="dayAndClock" />, {patientName}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
