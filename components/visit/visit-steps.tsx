import { ChevronDown, Circle, CircleCheck, CircleDashed, CircleX, OctagonX, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Line, LineState } from '@/lib/views/line'
import { useLineWords } from './line-words'
import type { ShownVisit } from './visit'
import styles from './visit.module.css'

const looks = {
  done: { className: 'ok', Icon: CircleCheck },
  now: { className: 'pen', Icon: CircleDashed },
  later: { className: 'todo', Icon: Circle },
  struck: { className: 'undone', Icon: Undo2 },
  failed: { className: 'failed', Icon: OctagonX },
  ended: { className: 'undone', Icon: CircleX },
} as const satisfies Record<LineState, unknown>

type VisitStepsProps = {
  lines: readonly Line[]
  visit: ShownVisit
  /** Under way they are the page's story; once it is told they are kept, and folded where all went well. */
  look: 'now' | 'past' | 'folded'
}

/** The steps beside the margin: when on the left, what on the right. */
export function VisitSteps({ lines, visit, look }: VisitStepsProps) {
  const t = useTranslations('line')
  const steps = (
    <div className="sheet">
      <ol className={`ledger ${styles.steps}`}>
        {lines.map((line) => (
          <Step key={line.name + line.from} line={line} visit={visit} />
        ))}
      </ol>
    </div>
  )
  if (look === 'folded')
    return (
      <details className={`${styles.fold} not-printed`} data-steps>
        <summary>
          {t('happened')}
          <ChevronDown className={`icon ${styles.chevron}`} aria-hidden="true" />
        </summary>
        {steps}
      </details>
    )
  return (
    <section aria-labelledby="steps" className="below-4" data-steps>
      <h2 id="steps" className={look === 'past' ? 'above-6 below-4' : 'visually-hidden'}>
        {t(look === 'past' ? 'happened' : 'heading')}
      </h2>
      {steps}
    </section>
  )
}

const rowClasses = { later: 'todo', struck: styles.struck, done: '', now: '', failed: '', ended: '' } as const

function Step({ line, visit }: { line: Line; visit: ShownVisit }) {
  const t = useTranslations('line')
  const words = useLineWords(visit)
  const { className, Icon } = looks[line.state]
  const body = words.body(line)
  return (
    <li className={rowClasses[line.state]} aria-current={line.state === 'now' ? 'step' : undefined}>
      <div className="when">
        {line.at ? <Time at={line.at} form="short" /> : line.state === 'now' ? t('now') : t('later')}
      </div>
      <div className="what">
        <span className={`sign ${className}`}>
          <Icon className="icon" aria-hidden="true" />
        </span>
        <div>
          <b>
            <span className="visually-hidden">{t(`state_${line.state}`)} </span>
            {words.title(line)}
          </b>
          {body && <p className="small soft sentence">{body}</p>}
        </div>
      </div>
    </li>
  )
}
