import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { Time } from '@/components/ui/time'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './card.module.css'

type MergedRecordsProps = {
  rootId: string
  /** The latest first. The request's id is made with the page: pressing twice is once. */
  records: readonly { id: string; name: string; createdAt: string; mergeId: string; requestId: string }[]
  undo: FormAction
}

/** The records that were found to be of this person, each with the way to take that back. */
export function MergedRecords({ rootId, records, undo }: MergedRecordsProps) {
  const t = useTranslations('patients')
  if (records.length === 0) return null
  return (
    <section className={`sheet padded ${styles.merged}`} aria-labelledby="merged">
      <h2 id="merged">{t('merged_title')}</h2>
      <ul>
        {records.map(({ id, name, createdAt, mergeId, requestId }) => (
          <li key={mergeId} data-record={id}>
            <span>
              {name}
              <small>
                {t('since')} <Time at={createdAt} form="dayWithYear" />
              </small>
            </span>
            <ActForm
              action={undo}
              sent={{ requestId, rootId, mergeId }}
              submit={t('separate')}
              label={t('separate_whom', { name })}
              pending={t('merging')}
              className="button compact"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
