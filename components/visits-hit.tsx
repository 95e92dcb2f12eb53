import { TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { FormRefusal } from '@/lib/form-answer'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { Time } from './time'

/** A visit that a change hits, with its page. */
export type HitVisit = { id: string; startsAt: string; patientName: string; path: string }

type VisitsHitProps = { refusal: FormRefusal | undefined; submit: 'save' | 'take' | 'close' }

/** Why a form was sent back; when visits would be hit, which, and the button that saves all the same. */
export function VisitsHit({ refusal, submit }: VisitsHitProps) {
  const t = useTranslations('hours')
  const visits = (refusal?.data as { visits?: HitVisit[] } | null | undefined)?.visits ?? []
  if (refusal?.name !== 'visits_hit') return <RefusalNote refusal={refusal} />
  return (
    <div className="note attention" role="alert" tabIndex={-1} data-refused>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grow grid gap-3">
        <p className="strong">{t('hit', { count: visits.length })}</p>
        <VisitLinks visits={visits} />
        <p>{t('hit_body')}</p>
        <div>
          <SubmitButton className="btn" pending={t('saving')} name="seen" value={visits.map(({ id }) => id).join()}>
            {t(`${submit}_anyway`)}
          </SubmitButton>
        </div>
      </div>
    </div>
  )
}

/** Visits by hour and patient, each a link to its page. */
export function VisitLinks({ visits }: { visits: readonly HitVisit[] }) {
  return (
    <ul className="listed">
      {visits.map(({ id, startsAt, patientName, path }) => (
        <li key={id}>
          <Link prefetch={false} href={path as Route}>
            <span>
              <Time at={startsAt} form="dayAndClock" />, {patientName}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
