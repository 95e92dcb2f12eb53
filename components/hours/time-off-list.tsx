'use client'

import { useTranslations } from 'next-intl'
import { RemovableList } from '@/components/form/removable-list'
import { VisitLinks } from '@/components/visit/displaced-visits'
import type { Span } from '@/lib/domain/intervals'
import type { DisplacedVisit } from '@/lib/refusals'
import type { FormAction } from '@/lib/web/form-answer'
import { TimeOffWords } from './time-off-words'

type TimeOff = Span & { id: string; word: string; visits: readonly DisplacedVisit[] }
type TimeOffListProps = { action: FormAction; doctor: string; timeOff: readonly TimeOff[] }

/** Time off to come. What was removed can be put back. */
export function TimeOffList({ action, doctor, timeOff }: TimeOffListProps) {
  const t = useTranslations('hours')
  const words = ({ startsAt, endsAt }: Span) => <TimeOffWords startsAt={startsAt} endsAt={endsAt} />
  return (
    <RemovableList<TimeOff>
      action={action}
      name="time_off_list"
      putBackIntent="put_back"
      items={timeOff}
      keyOf={({ id }) => id}
      toFields={({ id, startsAt, endsAt, word }) => ({ doctor, timeOffId: id, startsAt, endsAt, word })}
      fromFields={({ timeOffId, startsAt, endsAt, word = '' }) =>
        timeOffId && startsAt && endsAt ? { id: timeOffId, startsAt, endsAt, word, visits: [] } : undefined
      }
      words={{
        none: t('off_none'),
        remove: t('remove'),
        removing: t('removing'),
        removed: t('removed'),
        putBack: t('put_back'),
        puttingBack: t('saving'),
      }}
      row={(one) => (
        <p className="strong">
          {words(one)}
          {one.word && <span className="soft"> · {one.word}</span>}
        </p>
      )}
      spoken={words}
      gone={words}
      below={({ visits }) =>
        visits.length > 0 && (
          <details>
            <summary className="small">{t('off_visits', { count: visits.length })}</summary>
            <VisitLinks visits={visits} />
          </details>
        )
      }
    />
  )
}
