import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BulkRun } from './use-bulk-run'

/** What became of each of many sagas. */
export function BulkResult({ run: { total, outcome, isBroken } }: { run: BulkRun }) {
  const t = useTranslations('bulk')
  const tried = outcome.done + outcome.changed + outcome.refused
  const isClean = !isBroken && outcome.done === total
  const Icon = isClean ? CircleCheck : TriangleAlert
  return (
    <div className={`note ${isClean ? 'ok' : 'attention'}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p className="strong">{t('done', { done: outcome.done, total })}</p>
        {outcome.changed > 0 && <p>{t('changed', { count: outcome.changed })}</p>}
        {outcome.refused > 0 && <p>{t('refused', { count: outcome.refused })}</p>}
        {isBroken && <p>{t('broken')}</p>}
        {!isBroken && tried < total && <p>{t('stopped', { count: total - tried })}</p>}
      </div>
    </div>
  )
}
