import { Circle, CircleCheck, CircleDashed, CircleX, OctagonX, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Line, LineState } from '@/lib/domain/appointment/line'
import { useLineWords } from './line-words'
import { Time } from './time'
import type { ShownVisit } from './visit'

const looks = {
  done: { className: 'ok', Icon: CircleCheck },
  now: { className: 'pen', Icon: CircleDashed },
  later: { className: 'todo', Icon: Circle },
  struck: { className: 'undone', Icon: Undo2 },
  failed: { className: 'failed', Icon: OctagonX },
  ended: { className: 'undone', Icon: CircleX },
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
            <Step key={line.name + line.from} line={line} visit={visit} />
          ))}
        </ol>
      </div>
    </section>
  )
}

const rowClasses = { later: 'todo', struck: 'struck', done: '', now: '', failed: '', ended: '' } as const

function Step({ line, visit }: { line: Line; visit: ShownVisit }) {
  const t = useTranslations('line')
  const words = useLineWords(visit)
  const { className, Icon } = looks[line.state]
  const body = words.body(line)
  return (
    <li className={rowClasses[line.state]} aria-current={line.state === 'now' ? 'step' : undefined}>
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
            {words.title(line)}
          </b>
          {body && <p className="small soft first-letter:uppercase">{body}</p>}
        </div>
      </div>
    </li>
  )
}
