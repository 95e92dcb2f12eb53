import { useTranslations } from 'next-intl'
import type { Line, Verdict } from '@/lib/domain/appointment/verdict'
import { ProgressRing } from './progress-ring'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

const looks: Record<Verdict, 'pen' | 'ok' | 'undone' | 'attention'> = {
  booking: 'pen',
  requested: 'pen',
  confirming: 'pen',
  confirmed: 'ok',
  undoing: 'undone',
  not_booked: 'undone',
  person_needed: 'attention',
}

type VisitVerdictProps = { verdict: Verdict; lines: readonly Line[]; visit: ShownVisit }

/** The answer, in a sentence; the ring closes once, when the visit is confirmed. */
export function VisitVerdict({ verdict, lines, visit }: VisitVerdictProps) {
  const t = useTranslations('verdict')
  const { clockOf: _, ...words } = useVisitWords(visit)
  const service = visit.sagas.find(({ type }) => type === 'appointment-created')?.failure?.service
  const because = t(`because_${service === 'calendar' || service === 'mail' ? service : 'other'}`, words)
  const done = lines.filter(({ state }) => state === 'done').length
  return (
    <div className={`verdict ${looks[verdict]}`} role="status">
      <ProgressRing look={looks[verdict]} done={done} total={lines.length} />
      <div>
        <h1>{t(verdict)}</h1>
        <p className="soft pt-2">{t(`${verdict}_body`, { ...words, because })}</p>
      </div>
    </div>
  )
}
