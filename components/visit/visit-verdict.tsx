import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Line } from '@/lib/views/line'
import { whyUndone } from '@/lib/views/progress'
import type { Verdict } from '@/lib/views/verdict'
import { ProgressRing, type RingLook } from './progress-ring'
import type { ShownVisit } from './visit'
import styles from './visit.module.css'
import { useVisitWords } from './visit-words'

/** Once it is confirmed the answer is another: when it is. */
type ShownVerdict = Exclude<Verdict, 'confirmed'>

const looks: Record<ShownVerdict, RingLook> = {
  booking: 'pen',
  requested: 'pen',
  confirming: 'pen',
  moving: 'pen',
  not_moved: 'undone',
  undoing: 'undone',
  not_booked: 'undone',
  declined: 'todo',
  cancelled_by_patient: 'todo',
  cancelled_by_doctor: 'todo',
  cancelled_by_staff: 'todo',
  missed: 'todo',
  completed: 'ok',
  person_needed: 'attention',
}

type VisitVerdictProps = {
  verdict: ShownVerdict
  lines: readonly Line[]
  visit: ShownVisit
  /** What else is to be said of it. */
  children?: ReactNode
}

/** The answer, in a sentence, and how far it is. */
export function VisitVerdict({ verdict, lines, visit, children }: VisitVerdictProps) {
  const t = useTranslations('verdict')
  const words = useVisitWords(visit)
  const because = t(`because_${whyUndone(visit.sagas)}`, words)
  const done = lines.filter(({ state }) => state === 'done').length
  return (
    <div className={`${styles.verdict} ${looks[verdict]}`} role="status">
      <ProgressRing look={looks[verdict]} done={done} total={lines.length} />
      <div>
        <h1>{t(verdict, words)}</h1>
        <p className="soft above-2">{t(`${verdict}_body`, { ...words, because })}</p>
        {children && <p className="soft above-2">{children}</p>}
        {visit.reason && (
          <p className="above-3">
            {t('reason')} <q>{visit.reason}</q>
          </p>
        )}
      </div>
    </div>
  )
}
