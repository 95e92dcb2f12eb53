import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { RunSummary } from '@/lib/domain/run/summary'
import type { FormAction } from '@/lib/web/form-answer'
import { RunActs } from './run-acts'
import { RunBar } from './run-bar'
import { RunBegins } from './run-begins'
import { useRunWords } from './use-run-words'

type RunHeadProps = { run: RunSummary; now: string; action: FormAction }

/** What a run does and how it stands, in a heading and a sentence, with what can be done about it. */
export function RunHead({ run, now, action }: RunHeadProps) {
  const t = useTranslations('runs')
  const words = useRunWords()
  const isUnderWay = run.state === 'running' || run.state === 'paused'
  return (
    <>
      <div className="page-head after-link">
        <div>
          <h1>{words.what(run)}</h1>
          <p className="soft small">
            {t('by', { name: run.startedBy || 'Carnet' })}, <Time at={run.createdAt} form="short" />.{' '}
            {isUnderWay && t('goes_on')}
          </p>
        </div>
        <div className="push">
          <RunActs run={run} now={now} action={action} />
        </div>
      </div>
      <div className="sheet padded stack gap-2 below-3">
        <RunBar run={run} />
        <p>
          <span role="status" className="strong">
            {words.standing(run, now)}
          </span>{' '}
          {run.state === 'running' && now < run.beginsAt && <RunBegins at={run.beginsAt} now={now} />}
        </p>
      </div>
    </>
  )
}
