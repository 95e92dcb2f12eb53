import { useTranslations } from 'next-intl'
import type { RunSummary } from '@/lib/domain/run/summary'

/** How far a run has come. */
export function RunBar({ run: { total, left } }: { run: RunSummary }) {
  const t = useTranslations('runs')
  return <progress className="progress" max={total || 1} value={total - left} aria-label={t('progress')} />
}
