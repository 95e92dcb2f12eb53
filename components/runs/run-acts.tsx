import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import type { RunSummary } from '@/lib/domain/run/summary'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './runs.module.css'

type RunActsProps = { run: RunSummary; now: string; action: FormAction }

/** What can be done with a run: taken back before it begins; then paused, told to go on, or stopped. */
export function RunActs({ run: { id: runId, state, beginsAt }, now, action }: RunActsProps) {
  const t = useTranslations('runs')
  const isWaiting = state === 'running' && now < beginsAt
  const act = (change: 'pause' | 'resume' | 'stop', word: 'take_back' | 'pause' | 'resume' | 'stop') => (
    <ActForm
      action={action}
      sent={{ runId, change }}
      className="button compact"
      submit={t(word)}
      pending={t('pending')}
    />
  )
  if (state === 'stopped' || state === 'finished') return null
  return (
    <div className={styles.acts}>
      {isWaiting && act('stop', 'take_back')}
      {!isWaiting && (state === 'paused' ? act('resume', 'resume') : act('pause', 'pause'))}
      {!isWaiting && act('stop', 'stop')}
    </div>
  )
}
