import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AlignAnswer } from '@/lib/form-answer'

/** What became of the visits that were compared, or why it could not be done. */
export function AlignTold({ answer, isBroken }: { answer: AlignAnswer; isBroken: boolean }) {
  const t = useTranslations('own_calendar')
  const tr = useTranslations('own_calendar_refusal')
  const { outcome, left, refusal } = answer
  const isClean = !isBroken && !refusal && left === 0
  const Icon = isClean ? CircleCheck : TriangleAlert
  return (
    <div className={`note ${isClean ? 'ok' : 'attention'}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        {refusal?.name === 'calendar_failed' && <p>{t('outcome_failed')}</p>}
        {refusal && refusal.name !== 'calendar_failed' && <p>{tr(refusal.name as 'not_connected')}</p>}
        {outcome && <p className="strong">{isNothing(outcome) ? t('outcome_none') : t('outcome', outcome)}</p>}
        {outcome && outcome.at_work > 0 && <p>{t('outcome_at_work', { count: outcome.at_work })}</p>}
        {left > 0 && <p>{t('outcome_left', { count: left })}</p>}
        {isBroken && <p>{t('outcome_broken')}</p>}
      </div>
    </div>
  )
}

function isNothing(outcome: NonNullable<AlignAnswer['outcome']>): boolean {
  return Object.values(outcome).every((count) => count === 0)
}
