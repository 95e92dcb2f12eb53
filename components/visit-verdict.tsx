import { useTranslations } from 'next-intl'
import type { Line } from '@/lib/domain/appointment/line'
import { whyUndone } from '@/lib/domain/appointment/progress'
import type { Verdict } from '@/lib/domain/appointment/verdict'
import { ProgressRing } from './progress-ring'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

const looks: Record<Verdict, 'pen' | 'ok' | 'undone' | 'attention'> = {
  booking: 'pen',
  requested: 'pen',
  confirming: 'pen',
  confirmed: 'ok',
  moving: 'pen',
  not_moved: 'undone',
  undoing: 'undone',
  not_booked: 'undone',
  declined: 'undone',
  cancelled_by_patient: 'undone',
  cancelled_by_doctor: 'undone',
  cancelled_by_staff: 'undone',
  missed: 'undone',
  completed: 'ok',
  person_needed: 'attention',
}

type VisitVerdictProps = { verdict: Verdict; lines: readonly Line[]; visit: ShownVisit }

/** The answer, in a sentence; the ring closes once, when the visit is confirmed. */
export function VisitVerdict({ verdict, lines, visit }: VisitVerdictProps) {
  const t = useTranslations('verdict')
  const words = useVisitWords(visit)
  const because = t(`because_${whyUndone(visit.sagas)}`, words)
  const done = lines.filter(({ state }) => state === 'done').length
  return (
    <div className={`verdict ${looks[verdict]}`} role="status">
      <ProgressRing look={looks[verdict]} done={done} total={lines.length} />
      <div>
        <h1>{t(verdict, words)}</h1>
        <p className="soft pt-2">{t(`${verdict}_body`, { ...words, because })}</p>
        {visit.reason && (
          <p className="pt-3">
            {t('reason')} <q>{visit.reason}</q>
          </p>
        )}
      </div>
    </div>
  )
}
