import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import type { AlignAnswer } from '@/lib/web/form-answer'

/** What became of the visits that were compared, or why it could not be done. */
export function AlignResult({ answer, isBroken }: { answer: AlignAnswer; isBroken: boolean }) {
  const t = useTranslations('own_calendar')
  const say = useRefusalWords()
  const { outcome, left, refusal } = answer
  const isClean = !isBroken && !refusal && left === 0 && !outcome?.failed
  const Icon = isClean ? CircleCheck : TriangleAlert
  return (
    <div className={`note ${isClean ? 'ok' : 'attention'}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        {refusal && <p>{say(refusal)}</p>}
        {outcome && <p className="strong">{isNothing(outcome) ? t('outcome_none') : t('outcome', outcome)}</p>}
        {outcome && outcome.failed > 0 && <p>{t('outcome_failed', { count: outcome.failed })}</p>}
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
