import { Circle, CircleCheck, CircleDashed, OctagonX, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Line, LineState } from '@/lib/domain/appointment/verdict'
import { Time } from './time'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

const looks = {
  done: { className: 'ok', Icon: CircleCheck },
  now: { className: 'pen', Icon: CircleDashed },
  later: { className: 'todo', Icon: Circle },
  struck: { className: 'undone', Icon: Undo2 },
  failed: { className: 'failed', Icon: OctagonX },
} as const satisfies Record<LineState, unknown>

type VisitStepsProps = { lines: readonly Line[]; visit: ShownVisit; isOver: boolean }

/** The steps beside the margin: when on the left, what on the right. */
export function VisitSteps({ lines, visit, isOver }: VisitStepsProps) {
  const t = useTranslations('line')
  return (
    <section aria-labelledby="steps" className="pb-4">
      <h2 id="steps" className={isOver ? 'py-4' : 'vh'}>
        {t(isOver ? 'happened' : 'heading')}
      </h2>
      <div className="sheet">
        <ol className="ledger steps">
          {lines.map((line) => (
            <Step key={line.name} line={line} visit={visit} />
          ))}
        </ol>
      </div>
    </section>
  )
}

function Step({ line, visit }: { line: Line; visit: ShownVisit }) {
  const t = useTranslations('line')
  const { clockOf: _, ...words } = useVisitWords(visit)
  const { className, Icon } = looks[line.state]
  const service = visit.sagas.find(({ type }) => type === 'appointment-created')?.failure?.service
  const title =
    line.name === 'failed'
      ? t(`failed_${service === 'calendar' || service === 'mail' ? service : 'other'}`)
      : t(line.name, words)
  const rowClass = { later: 'todo', struck: 'struck', done: '', now: '', failed: '' }[line.state]
  return (
    <li className={rowClass} aria-current={line.state === 'now' ? 'step' : undefined}>
      <div className="when">
        {line.at ? <Time at={line.at} form="clock" /> : line.state === 'now' ? t('now') : t('later')}
      </div>
      <div className="what">
        <span className={`mk ${className}`}>
          <Icon className="icon" aria-hidden="true" />
        </span>
        <div>
          <b>
            <span className="vh">{t(`state_${line.state}`)} </span>
            {title}
          </b>
          <StepBody line={line} visit={visit} />
        </div>
      </div>
    </li>
  )
}

function StepBody({ line, visit }: { line: Line; visit: ShownVisit }) {
  const t = useTranslations('line')
  const { clockOf, ...words } = useVisitWords(visit)
  const text = () => {
    if (line.name === 'requested') return t(line.state === 'struck' ? 'requested_struck' : 'requested_body', words)
    if (line.name === 'told' && line.state === 'failed') return t('told_failed')
    if (line.name === 'confirmed' && line.state === 'later') return t('confirmed_later')
    if (!line.nextAt) return undefined
    return t(line.name === 'in_calendar' ? 'calendar_slow' : 'mail_slow', { time: clockOf(line.nextAt) })
  }
  const body = text()
  return body ? <p className="small soft first-letter:uppercase">{body}</p> : null
}
