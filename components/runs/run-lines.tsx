'use client'

import { CircleCheck, CircleDashed, Pause, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ReadEvery } from '@/components/live/read-every'
import type { RunSummary } from '@/lib/domain/run/summary'
import type { FormAction } from '@/lib/web/form-answer'
import { RunActs } from './run-acts'
import { RunBar } from './run-bar'
import { RunBegins } from './run-begins'
import styles from './runs.module.css'
import { useRunWords } from './use-run-words'

/** So often a page that shows a run under way reads it again, whatever it hears. */
const seconds = 2

type RunLinesProps = { runs: readonly RunSummary[]; now: string; action: FormAction }

/** A line for each run that is under way, or ended a moment ago, on every page of the desk. */
export function RunLines({ runs, now, action }: RunLinesProps) {
  const t = useTranslations('runs')
  return (
    <section className={`page not-printed ${styles.lines}`} aria-label={t('under_way')}>
      {runs.map((run) => (
        <RunLine key={run.id} run={run} now={now} action={action} />
      ))}
      {runs.some(({ state }) => state === 'running') && <ReadEvery seconds={seconds} />}
    </section>
  )
}

function RunLine({ run, now, action }: { run: RunSummary; now: string; action: FormAction }) {
  const t = useTranslations('runs')
  const words = useRunWords()
  const { look, Icon } = looksOf(run)
  const isWaiting = run.state === 'running' && now < run.beginsAt
  return (
    <div className={`note ${look} ${styles.line}`}>
      <Icon className="icon" aria-hidden="true" />
      <div className={styles.told}>
        <p>
          <Link prefetch={false} className="strong" href={`/runs/${run.id}`}>
            {words.what(run)}
          </Link>{' '}
          <span aria-live="polite">{words.standing(run, now)}</span>{' '}
          {isWaiting && <RunBegins at={run.beginsAt} now={now} />}
        </p>
        {run.state === 'running' && !isWaiting && <RunBar run={run} />}
      </div>
      <RunActs run={run} now={now} action={action} />
      <span className="visually-hidden">{t('by', { name: run.startedBy || 'Carnet' })}</span>
    </div>
  )
}

function looksOf({ state, refused, failed }: RunSummary) {
  if (state === 'paused') return { look: 'waiting', Icon: Pause }
  if (state === 'running') return { look: 'waiting', Icon: CircleDashed }
  if (refused + failed > 0) return { look: 'attention', Icon: TriangleAlert }
  return { look: state === 'finished' ? 'ok' : 'waiting', Icon: state === 'finished' ? CircleCheck : CircleDashed }
}
